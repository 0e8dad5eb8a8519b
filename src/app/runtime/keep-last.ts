// A look that failed keeps on the screen what the last one brought: a form that somebody fills in there is not taken away.
// How old it is, a page says by the time in the answer, and the lamps say who is silent.
import type { HubOutcome } from '../../contract/hub-client.ts'

type Outcome = HubOutcome<unknown>

/** For `structuralSharing` of a query whose data is what a hub client answers. */
export const keepLast = (before: unknown, next: unknown): unknown => {
  const was = before as Outcome | undefined
  return (next as Outcome).kind !== 'ok' && was?.kind === 'ok' ? was : next
}
