// Where an entry is on its way to АИС СРО, as a closed list. The words on screen live in app/messages.

/** In the order of the way; the states off the way follow. PROTOCOL: a state moves only along the table. */
export const entryStates = [
  'queued',
  'sending',
  'waiting',
  'accepted',
  'carrying',
  'transferred',
  'verified',
  'conflict',
  'superseded',
  'refused',
  'held',
  'notCarried',
] as const
export type EntryState = (typeof entryStates)[number]

/** What the hub may answer about an entry. */
export type HubState = Exclude<EntryState, 'queued' | 'sending'>

/** States in which an entry still has to reach АИС СРО: these make the backlog (п. 3.2). */
export const isBacklog = (state: EntryState): boolean =>
  !['transferred', 'verified', 'superseded', 'notCarried', 'refused'].includes(state)
