// A word of АИС is told once, and none that АИС never said.
import { isDeepStrictEqual } from 'node:util'
import type { AisWrite } from '../ais.ts'
import { saysIn } from './ais-text.ts'
import { bodyOf, type Facts, rowPlace, rowSlot } from './facts.ts'

/** One word of АИС is reported once: again only after somebody has written in its place since. */
export const findReportedTwice = ({ aisLog, rows }: Facts): string[] => {
  const words = rows.filter((row) => row.person === 'ais')
  return words
    .filter((row) =>
      words.some((earlier) => {
        const same =
          rowPlace(earlier) === rowPlace(row) &&
          earlier.recorded_at < row.recorded_at &&
          isDeepStrictEqual(bodyOf(earlier).value, bodyOf(row).value)
        const rewritten = aisLog.some(
          (write) =>
            write.slot === rowSlot(row) && write.at > earlier.recorded_at && write.at <= row.recorded_at,
        )
        return same && !rewritten
      }),
    )
    .map((row) => `${rowPlace(row)}: the same word of АИС was reported twice`)
}

/** What is told as a word of АИС once stood there: a blank that nobody made is no word. */
export const findNeverSaid = ({ aisLog, rows }: Facts): string[] =>
  rows
    .filter((row) => row.person === 'ais')
    .filter((row) => {
      const { cell, value } = bodyOf(row)
      const stood = (write: AisWrite): boolean =>
        write.at <= row.recorded_at && write.slot === rowSlot(row) && saysIn(cell.kind, value, write.after)
      return !aisLog.some(stood)
    })
    .map((row) => `${rowPlace(row)}: АИС never held what ${row.id} tells`)
