// What a fault is: something bad done to the real parts, a count of what was acknowledged and what is gone, and the
// defences without which it must be found.
import type { Edit } from './rig/build-variant.ts'
import type { Watched } from './rig/finding.ts'
import type { Stage } from './rig/stage.ts'

export interface RunEnd {
  acknowledged: number
  /** Each lost one in words. */
  lost: readonly string[]
}

/** A build without one defence. The fault must be found in it, and by that which watches for it: else the rig is blind. */
export interface Control {
  /** What is switched off, in a few words. */
  defence: string
  edit: Edit
  /** `lost` is what the run counts; everything else is a `Finding` that it throws. */
  seenBy: Watched
}

export interface Fault {
  name: string
  /** The complaint from elsewhere that it answers, by its number and its words. */
  complaint?: `T${number} ${string}`
  /** How often in a short session; a long one does ten times as many. */
  runs: number
  /** True when it needs a file system of its own. */
  needsDisk?: boolean
  /**
   * Throws a `Finding` when something beside a loss is not as it must be. `no`: which run of the session it is, from 1; 0
   * without a defence.
   */
  run(stage: Stage, no: number): Promise<RunEnd>
  controls: readonly Control[]
}
