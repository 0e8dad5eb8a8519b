// A bug on purpose: one edit of the shipped source, made in a copy at test time. Nothing of it is in what is shipped.

/** The rows of the protocol's table of states, and the steps that one datum walks through. */
export const places = [
  ...(['queued', 'sending', 'waiting', 'accepted', 'conflict', 'superseded', 'refused', 'held'] as const),
  ...(['carrying', 'transferred', 'verified', 'notCarried', 'declaredLost'] as const),
  ...(['step 1', 'step 2', 'step 3', 'step 4', 'step 5', 'step 6', 'step 7', 'step 8'] as const),
]
export type Place = (typeof places)[number]

export interface Mutant {
  name: string
  /** What it breaks. */
  of: readonly Place[]
  file: string
  /** Stands in the file exactly once, or the list is out of date. */
  find: string
  replace: string
  /** The test file that hunts it, where the simulation does not go. */
  hunter?: string
  /** Caught by hanging: the hunt is over time, also when it has the machine to itself. */
  hangs?: true
}
