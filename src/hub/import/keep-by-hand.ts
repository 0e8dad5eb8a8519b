// An import replaces the lists it brings. What a deputy keeps by hand stays where the folder has no such file.
import { lessonById } from '../../domain/lesson.ts'
import type { LessonChange, School, SchoolClass } from '../../domain/school.ts'
import { mergeFault } from './check-moved.ts'
import type { ListName } from './columns.ts'

export interface KeptByHand {
  school: School
  /** Rows that name what the new lists no longer have: they end with this import, and that is told. */
  ended: { list: ListName; rows: number }[]
}

const idsOf = (rows: readonly { id: string }[]): Set<string> => new Set(rows.map((row) => row.id))

/** The classes, each in the building where the class of its id is. */
const inBuildings = (classes: readonly SchoolClass[], former: readonly SchoolClass[]): SchoolClass[] => {
  const known = new Map(former.map((one) => [one.id, one.building]))
  return classes.map((one) => {
    const building = known.get(one.id)
    return building === undefined ? one : { ...one, building }
  })
}

/** `brings` says whether the folder has a list. */
export const keepByHand = (
  imported: School,
  former: School | null,
  brings: (list: ListName) => boolean,
): KeptByHand => {
  if (former === null) return { school: imported, ended: [] }
  const staff = idsOf(imported.staff)
  const classes = idsOf(imported.classes)
  const pupils = idsOf(imported.pupils)
  const subjects = idsOf(imported.subjects)
  const held = (lesson: string): boolean => lessonById(imported, lesson) !== null
  const seats = (row: LessonChange): boolean =>
    row.kind !== 'merged' || mergeFault({ ...imported, changes: former.changes ?? [] }, row) === null
  const ended: KeptByHand['ended'] = []
  const keep = <R>(list: ListName, own: readonly R[], before: readonly R[], fits: (row: R) => boolean) => {
    if (brings(list)) return own
    const kept = before.filter(fits)
    if (kept.length < before.length) ended.push({ list, rows: before.length - kept.length })
    return kept
  }
  const days = keep('days', imported.days ?? [], former.days ?? [], (row) =>
    (row.classes ?? []).every((id) => classes.has(id)),
  )
  const changes = keep(
    'changes',
    imported.changes ?? [],
    former.changes ?? [],
    (row) => held(row.lesson) && seats(row),
  )
  const statuses = keep(
    'statuses',
    imported.statuses ?? [],
    former.statuses ?? [],
    (row) => pupils.has(row.pupil) && (row.subject === null || subjects.has(row.subject)),
  )
  const usual = imported.bells.filter((bell) => !bell.shortened)
  const short = keep(
    'short-bells',
    imported.bells.filter((bell) => bell.shortened),
    former.bells.filter((bell) => bell.shortened),
    (bell) => usual.some((one) => one.shift === bell.shift && one.period === bell.period),
  )
  // The rows of this list stand in the classes: those of a class that is gone are gone with it.
  keep(
    'buildings',
    [],
    former.classes.filter((one) => one.building !== undefined),
    (one) => classes.has(one.id),
  )
  const workYears = brings('calendar') ? imported.workYears : former.workYears
  const endOfWork = brings('end-of-work') ? imported.endOfWork : former.endOfWork
  const settings = brings('settings') ? imported.settings : former.settings
  const school: School = {
    ...imported,
    bells: [...usual, ...short],
    classes: brings('buildings') ? imported.classes : inBuildings(imported.classes, former.classes),
    substitutions: keep(
      'substitutions',
      imported.substitutions,
      former.substitutions,
      (row) => held(row.lesson) && staff.has(row.teacher),
    ),
    ...(days.length > 0 && { days }),
    ...(changes.length > 0 && { changes }),
    ...(statuses.length > 0 && { statuses }),
    ...(workYears && { workYears }),
    ...(endOfWork && { endOfWork }),
    ...(settings && { settings }),
  }
  return { school, ended }
}
