// A schedule is a list of plain steps drawn from a seed; taking steps away leaves a schedule, so a failure can shrink.
import { type SeededRandom, seededRandom } from './seeded-random.ts'

export type NetworkMode =
  | 'ok'
  | 'offline'
  | 'loseAnswers'
  | 'loseRequests'
  | 'double'
  | 'late'
  | 'portal'
  | 'busy'
  | 'reset'
  /** Receipts come back for entries that nobody took. */
  | 'forged'

export type TransferFault = 'none' | 'loseAnswer' | 'dropWrite' | 'endSession' | 'edit' | 'editAfter'

export type Step =
  /** A person records a cell on a tablet, from what its screen shows. */
  | { kind: 'record'; tablet: number; cell: number; value: number }
  | { kind: 'undo'; tablet: number }
  | { kind: 'network'; tablet: number; mode: NetworkMode }
  /** The tab dies and comes up again on the same memory; its requests under way are never answered. */
  | { kind: 'restart'; tablet: number }
  | { kind: 'advance'; seconds: number }
  /** Requests that were thought lost reach the hub after all. */
  | { kind: 'deliverLate' }
  /** The hub breaks at its `after`-th call of a port and starts again. */
  | { kind: 'breakHub'; after: number }
  | { kind: 'restartHub' }
  | { kind: 'ais'; down: boolean }
  /** A person changes a cell in АИС itself. */
  | { kind: 'editAis'; cell: number; value: number }
  | {
      kind: 'transfer'
      tablet: number
      fault: TransferFault
      cell: number
      value: number
    }
  /** A person settles the first conflict their tablet shows. */
  | { kind: 'settle'; tablet: number; choice: number }
  | { kind: 'signOut'; tablet: number }

export interface Schedule {
  seed: number
  steps: Step[]
}

const tabletCount = 3

const modes: readonly NetworkMode[] = [
  'ok',
  'ok',
  'ok',
  'offline',
  'loseAnswers',
  'loseRequests',
  'double',
  'late',
  'portal',
  'busy',
  'reset',
  'forged',
]

const faults: readonly TransferFault[] = [
  'none',
  'none',
  'loseAnswer',
  'dropWrite',
  'endSession',
  'edit',
  'editAfter',
]

const drawStep = (random: SeededRandom): Step => {
  const tablet = random.below(tabletCount)
  const cell = random.below(1000)
  const value = random.below(1000)
  const roll = random.below(100)
  if (roll < 42) return { kind: 'record', tablet, cell, value }
  if (roll < 46) return { kind: 'undo', tablet }
  if (roll < 58) return { kind: 'network', tablet, mode: random.pick(modes) }
  if (roll < 62) return { kind: 'restart', tablet }
  if (roll < 72) return { kind: 'advance', seconds: 1 + random.below(120) }
  if (roll < 76) return { kind: 'deliverLate' }
  if (roll < 79) return { kind: 'breakHub', after: random.below(12) }
  if (roll < 81) return { kind: 'restartHub' }
  if (roll < 84) return { kind: 'ais', down: random.below(2) === 0 }
  if (roll < 88) return { kind: 'editAis', cell, value }
  if (roll < 94) {
    const fault = random.pick(faults)
    return { kind: 'transfer', tablet, fault, cell, value }
  }
  if (roll < 98) return { kind: 'settle', tablet, choice: random.below(3) }
  return { kind: 'signOut', tablet }
}

export const drawSchedule = (seed: number): Schedule => {
  const random = seededRandom(seed)
  const length = 12 + random.below(30)
  return { seed, steps: Array.from({ length }, () => drawStep(random)) }
}
