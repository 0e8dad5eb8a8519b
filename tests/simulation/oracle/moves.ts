// An entry moves only along the protocol's table of states, and no row of one ever goes.
import type { FactRow } from './facts.ts'

const ends = ['superseded', 'refused', 'notCarried']

/** Between two looks an entry may have gone on by several steps, so only what no way leads to is told. */
const isAstray = (from: string, to: string): boolean =>
  from !== to && (ends.includes(from) || to === 'held' || (to === 'waiting' && from !== 'held'))

export const createMoveWatch = () => {
  let before = new Map<string, string>()
  return {
    /** What has happened since the last look that the table does not know. */
    look: (rows: readonly FactRow[]): string[] => {
      const now = new Map(rows.map((row) => [row.id, row.state]))
      const astray = [...before].flatMap(([id, from]) => {
        const to = now.get(id)
        if (to === undefined) return [`${id}, ${from}, is no more`]
        return isAstray(from, to) ? [`${id} went from ${from} to ${to}`] : []
      })
      before = now
      return astray
    },
    /** The hub was put back to an older day: what it knows is what it knew then. */
    forget: (): void => {
      before = new Map()
    },
  }
}
