// п. 4.4: a class teacher's change of a colleague's value says why, or is refused; and for nothing else is it refused so.
import { isDeepStrictEqual } from 'node:util'
import { bodyOf, type FactRow, type Facts, rowPlace } from './facts.ts'

/** Cells of the simulated school that its class teacher keeps and another one teaches; reasons of absence are the own. */
const isLed = (row: FactRow): boolean =>
  row.person === 'leader' && rowPlace(row).startsWith('s1@') && bodyOf(row).cell.kind !== 'absenceReason'

/** What an entry was recorded over, through refused ones of its author. */
const stoodOn = (row: FactRow, rows: readonly FactRow[]): FactRow[] =>
  bodyOf(row).follows.flatMap((id) => {
    const before = rows.find((one) => one.id === id)
    if (!before) return []
    return before.state === 'refused' && before.person === row.person ? stoodOn(before, rows) : [before]
  })

const changesColleagues = (row: FactRow, rows: readonly FactRow[]): boolean => {
  const seen = stoodOn(row, rows)
  const { value } = bodyOf(row)
  const gone = seen.filter((one) => {
    const was = bodyOf(one).value
    return was !== null && !isDeepStrictEqual(was, value)
  })
  // What the author had said too was the author's own to change.
  const ownToo = (one: FactRow): boolean =>
    gone.some((own) => own.person === row.person && isDeepStrictEqual(bodyOf(own).value, bodyOf(one).value))
  return gone.some((one) => !ownToo(one))
}

const isSilent = (row: FactRow): boolean => (bodyOf(row).reason ?? '').trim() === ''

export const findUntold = ({ rows, forgotten }: Facts): string[] =>
  rows
    .filter((row) => isLed(row) && isSilent(row) && !['refused', 'held', 'waiting'].includes(row.state))
    .filter((row) => {
      // Who says what stands there already changes nothing; what a restored hub finds answered is history.
      const agrees = rows.some(
        (one) =>
          one.id !== row.id &&
          rowPlace(one) === rowPlace(row) &&
          one.received_at <= row.received_at &&
          isDeepStrictEqual(bodyOf(one).value, bodyOf(row).value),
      )
      const isHistory = row.state === 'superseded' && forgotten.length > 0
      return !agrees && !isHistory && changesColleagues(row, rows)
    })
    .map((row) => `${row.id} changes a colleague's value without a reason`)

export const findRefusedUnasked = ({ rows }: Facts): string[] =>
  rows
    .filter((row) => row.state === 'refused' && row.reason === 'reasonNeeded')
    .filter((row) => !(isLed(row) && isSilent(row) && changesColleagues(row, rows)))
    .map((row) => `${row.id} is refused for a reason that it owes to nobody`)
