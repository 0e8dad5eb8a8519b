// Edits of the bells from a day on: what rang before stays, so past lessons keep their hours.
import type { ListEdit } from '../../../contract/school-edit-schema.ts'
import { type Bell, type School, standsOn } from '../../../domain/school.ts'
import { plusDays, type SchoolDate } from '../../../domain/time.ts'

export interface BellRow {
  shift: string
  period: string
  begins: string
  ends: string
}

export type BellKind = 'bells' | 'short-bells'

const usual = (bell: Bell): boolean => bell.weekday === undefined && !bell.shortened
export const ofKind = { bells: usual, 'short-bells': (bell: Bell) => bell.shortened === true }

const textOf = ({ shift, period, begins, ends }: Bell): BellRow => ({
  ...{ shift: String(shift), period: String(period), begins, ends },
})

const ringing = (school: School, kind: BellKind, day: SchoolDate): Bell[] =>
  school.bells.filter((bell) => ofKind[kind](bell) && standsOn(bell, day))

/** As they ring on the day; where a school has none of shortened days, the usual ones to start from. */
export const rowsOf = (school: School, kind: BellKind, day: SchoolDate): BellRow[] => {
  const own = ringing(school, kind, day)
  return (own.length > 0 ? own : ringing(school, 'bells', day)).map(textOf)
}

const sameRow = (a: BellRow, b: BellRow): boolean =>
  a.shift === b.shift && a.period === b.period && a.begins === b.begins && a.ends === b.ends

/** From `from` on these rows ring, and nothing else of their kind. */
export const bellEdits = (
  school: School,
  kind: BellKind,
  rows: readonly BellRow[],
  from: SchoolDate,
): ListEdit[] => {
  const later = school.bells.filter(
    (bell) => ofKind[kind](bell) && (bell.to === undefined || bell.to >= from),
  )
  const stays = (bell: Bell): boolean =>
    (bell.from ?? '') <= from && bell.to === undefined && rows.some((row) => sameRow(row, textOf(bell)))
  const ended = later
    .filter((bell) => !stays(bell))
    .map((bell): ListEdit => {
      const { shift, period, begins, ends } = textOf(bell)
      const place = { shift, period, ...(kind === 'bells' && { weekday: '' }), from: bell.from ?? '' }
      const neverRang = bell.from !== undefined && bell.from >= from
      const add = { ...place, begins, ends, to: plusDays(from, -1) }
      return { list: kind, remove: place, ...(neverRang ? {} : { add }) }
    })
  const begun = rows
    .filter((row) => !later.some((bell) => stays(bell) && sameRow(row, textOf(bell))))
    .map((row): ListEdit => ({ list: kind, add: { ...row, from } }))
  return [...ended, ...begun]
}
