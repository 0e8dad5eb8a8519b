// What a fault is: something bad done to the real parts, and a count of what was acknowledged and what is gone.
import type { Edit } from './rig/build-variant.ts'
import type { Stage } from './rig/stage.ts'

export interface RunEnd {
  acknowledged: number
  /** Each lost one in words. */
  lost: readonly string[]
}

export interface Fault {
  name: string
  /** How often in a short session; a long one does ten times as many. */
  runs: number
  /** True when it needs a file system of its own. */
  needsDisk?: boolean
  /** Throws when something beside a loss is not as it must be. */
  run(stage: Stage): Promise<RunEnd>
  /** The source without the defence: in such a build the fault must be found, or the rig proves nothing. */
  withoutDefence: readonly Edit[]
  /** True when that is to be shown each time, because a rig of this kind can go blind without a word. */
  alwaysControlled?: boolean
}
