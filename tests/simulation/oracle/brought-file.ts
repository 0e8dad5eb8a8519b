// A deputy brings the unsent entries of a teacher who has left: what was not stored is told, and nobody else's value gives
// way to them, whatever the teacher had seen.
import type { FactRow, Facts } from './facts.ts'
import { keptIn } from './never-lost.ts'

/** What the hub had at a moment. */
export interface Standing {
  rows: readonly FactRow[]
  cells: Facts['cells']
}

export interface BroughtFile {
  author: string
  entries: readonly { id: string }[]
  /** How many came to what end, as the deputy was told; null where the sending failed. */
  sent: Readonly<Record<string, number>> | null
  before: Standing
  after: Standing
}

export const findUntoldOfFiles = ({ files }: Facts): string[] =>
  files.flatMap(({ author, entries, sent, after }) => {
    if (sent === null) return []
    const told = Object.values(sent).reduce((sum, count) => sum + count, 0)
    const isKept = keptIn(after.rows)
    const absent = entries.filter((entry) => !isKept(entry)).length
    return told === entries.length && sent.absent === absent
      ? []
      : [`of ${entries.length} of ${author} ${absent} were not stored, told was ${JSON.stringify(sent)}`]
  })

const standingIn = (cells: Facts['cells']): Map<string, string[]> =>
  new Map(
    cells.map(({ key, holders, candidates }) => {
      const chosen = (JSON.parse(candidates) as { entries: string[] }[]).flatMap((one) => one.entries)
      return [key, chosen.length > 0 ? chosen : (JSON.parse(holders) as string[])]
    }),
  )

export const findReplacedByFiles = ({ files }: Facts): string[] =>
  files.flatMap(({ author, before, after }) => {
    const rows = new Map(after.rows.map((row) => [row.id, row]))
    const stand = standingIn(after.cells)
    // What had waited for the file is decided with it, and may replace what its own author has seen.
    const decided = before.rows
      .filter((row) => row.state === 'waiting' && rows.get(row.id)?.state !== 'waiting')
      .flatMap((row) => [...stand].filter(([, ids]) => ids.includes(row.id)).map(([key]) => key))
    return [...standingIn(before.cells)].flatMap(([key, ids]) =>
      ids
        .filter((id) => rows.get(id)?.person !== author && !decided.includes(key))
        .filter((id) => !stand.get(key)?.includes(id))
        .map((id) => `${id} of ${rows.get(id)?.person} gave way to a file of ${author}`),
    )
  })
