// What a run may find besides a loss. Any other error is the rig's own trouble and shows nothing of the journal.
export type Watched =
  | ('lost' | 'doubled' | 'missing at the hub' | 'foreign at the hub' | 'sent twice' | 'still unsent')
  | ('half kept' | 'falsely said' | 'not said' | 'not recovered' | 'wrong refusal' | 'another receipt')
  | (
      | 'unread at the hub'
      | 'no epoch of its own'
      | 'not tried again'
      | 'reloaded under the hands'
      | 'slowed down'
    )

export class Finding extends Error {
  override name = 'Finding'
  readonly what: Exclude<Watched, 'lost'>
  constructor(what: Exclude<Watched, 'lost'>, message: string) {
    super(`${what}: ${message}`)
    this.what = what
  }
}

/** Only an expectation that failed has one: a dead page or a lost browser does not. */
const isUnmet = (error: unknown): error is Error => error instanceof Error && 'matcherResult' in error

/** What `met` expects is what this run watches for: unmet, it is a finding of that name. */
export const watch = async (what: Exclude<Watched, 'lost'>, met: () => Promise<unknown>): Promise<void> => {
  try {
    await met()
  } catch (error) {
    throw isUnmet(error) ? new Finding(what, error.message) : error
  }
}
