// Whose entries a session may carry.
import { bodyOf, type Facts, rowPlace, rowSlot } from './facts.ts'

/** Only the author's own session carries an entry. */
export const findForeignSessions = ({ aisLog, rows }: Facts): string[] =>
  aisLog
    .filter((write) => write.session !== null)
    .filter((write) => !rows.some((row) => row.person === write.session && rowSlot(row) === write.slot))
    .map((write) => `${write.slot} was written in the session of ${write.session}`)

const absences = ['ОТ', 'Б', 'УП', 'НП']
/** A person in АИС types it in small letters too. */
const tellsAbsence = (text: string): boolean => absences.includes(text.trim().toUpperCase())

/** An absence is its author's to carry: a class teacher's reason comes to one that АИС has already. */
export const findForeignAbsences = ({ aisLog, rows: kept, forgotten }: Facts): string[] => {
  const rows = [...kept, ...forgotten]
  return aisLog
    .filter((write) => write.by === 'carrier' && tellsAbsence(write.after) && !tellsAbsence(write.before))
    .filter(
      (write) =>
        !rows.some((row) => {
          if (rowPlace(row) !== write.slot) return false
          const there = row.verified_at !== null && row.verified_at <= write.at
          return bodyOf(row).value !== null && (row.person === write.session || there)
        }),
    )
    .map((write) => `${write.slot}: the absence was carried by ${write.session}`)
}
