// Lessons and classes may have got another teacher, pupils another class: who has the cells now must find them.
import { type Cell, type CellKey, pupilOf } from '../../domain/cell.ts'
import type { PupilId, School } from '../../domain/school.ts'
import { isSamePlace, placeColumns, placeEntries, placeNow } from '../cells/place-anew.ts'
import type { Trx } from '../database/tables.ts'

/** Classes whose class teacher wasn't theirs before: that person hasn't been told their cells yet. */
const newlyLed = (former: School | null, school: School): string[] => {
  const leaders = new Map(former?.classes.map((one) => [one.id, one.classTeacher]))
  return school.classes.filter((one) => leaders.get(one.id) !== one.classTeacher).map((one) => `,${one.id},`)
}

/** Pupils whose stays are not what they were: another class teacher is to be told of them, and they count there. */
const restayed = (former: School | null, school: School): Set<PupilId> => {
  const staysOf = (one: School): Map<PupilId, string> => {
    const stays = new Map<PupilId, string>()
    for (const { pupil, schoolClass, from, to } of one.enrolments)
      stays.set(pupil, `${stays.get(pupil) ?? ''} ${schoolClass} ${from} ${to}`)
    return stays
  }
  const [before, after] = [former ? staysOf(former) : new Map<PupilId, string>(), staysOf(school)]
  return new Set([...before.keys(), ...after.keys()].filter((one) => before.get(one) !== after.get(one)))
}

/** Inside a transaction of the caller's, at its revision. */
export const moveCells = async (
  trx: Trx,
  former: School | null,
  school: School,
  rev: number,
): Promise<void> => {
  const led = newlyLed(former, school)
  const theirs = restayed(former, school)
  const moved: CellKey[] = []
  const rows = await trx
    .selectFrom('cell')
    .select(['key', 'cell', ...placeColumns])
    .execute()
  for (const row of rows) {
    const place = placeNow(school, row)
    const pupil = pupilOf(JSON.parse(row.cell) as Cell)
    const isTheirs = pupil !== null && theirs.has(pupil)
    if (isTheirs) moved.push(row.key)
    const stays = isSamePlace(place, row) && !isTheirs
    if (stays && !led.some((one) => place.classes.includes(one))) continue
    await trx
      .updateTable('cell')
      .set({ ...place, rev })
      .where('key', '=', row.key)
      .execute()
  }
  await placeEntries(trx, school, moved)
}
