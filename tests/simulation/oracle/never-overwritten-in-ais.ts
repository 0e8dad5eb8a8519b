// Promise 4 in АИС: the carrier writes over a person’s text only where that text was told, or its entry’s author had seen it.
import type { AisWrite } from '../ais.ts'
import { saysIn } from './ais-text.ts'
import { bodyOf, type FactRow, type Facts, groundsOf, rowSlot } from './facts.ts'

const says = (row: FactRow, text: string): boolean => {
  const { cell, value } = bodyOf(row)
  return saysIn(cell.kind, value, text)
}

/** Whose text the carrier wrote over, if it was one that a reading of the page had to show; else null. */
const overwrittenText = (write: AisWrite, earlier: readonly AisWrite[]): string | null => {
  if (write.by !== 'carrier' || write.before === write.after) return null
  const last = earlier.filter((one) => one.by !== 'attempt').at(-1)
  if (last?.by !== 'person' || last.raced) return null
  // A text that the carrier itself had asked for, or the empty cell, can't be told from its own work.
  const own = earlier.slice(0, -1).filter((one) => one.by === 'attempt')
  return write.before === '' || own.some((one) => one.after === write.before) ? null : write.before
}

/**
 * Since when АИС is known to have held something else. A write whose answer was lost may not have been one: the same text
 * as was last known there is no disagreement, whatever stood there between two readings.
 */
const learntAt = (write: AisWrite, earlier: readonly AisWrite[], ofSlot: readonly FactRow[]): string =>
  [
    ...earlier.filter((one) => one.by === 'carrier' && !one.unanswered).map((one) => one.at),
    ...ofSlot
      .filter((row) => !says(row, write.before))
      .map((row) => row.verified_at ?? '')
      .filter((at) => at < write.at),
  ].reduce((a, b) => (a > b ? a : b), '')

/** Whoever recorded the very entry that was carried had that text before their eyes, in the cell or as a candidate. */
const hadSeen = (write: AisWrite, text: string, ofSlot: readonly FactRow[]): boolean => {
  const stood = new Set(ofSlot.filter((row) => says(row, text)).map((row) => row.id))
  return ofSlot.some((row) => {
    if (!write.carried.includes(row.id)) return false
    const { ids, saws } = groundsOf(row, ofSlot)
    const { kind } = bodyOf(row).cell
    return ids.some((id) => stood.has(id)) || saws.some((saw) => saw !== null && saysIn(kind, saw, text))
  })
}

export const findAisOverwritten = ({ aisLog, rows: kept, forgotten }: Facts): string[] => {
  const rows = [...kept, ...forgotten]
  return aisLog.flatMap((write, at) => {
    const earlier = aisLog.slice(0, at).filter((one) => one.slot === write.slot)
    const text = overwrittenText(write, earlier)
    if (text === null) return []
    const ofSlot = rows.filter((row) => rowSlot(row) === write.slot)
    if (hadSeen(write, text, ofSlot)) return []
    const learnt = learntAt(write, earlier, ofSlot)
    const isKnown = ofSlot.some((row) => {
      const told = row.person === 'ais' ? row.recorded_at : ''
      return says(row, text) && (told > learnt || (row.verified_at !== null && row.verified_at >= learnt))
    })
    return isKnown ? [] : [`${write.slot}: ${write.before} → ${write.after}`]
  })
}
