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
  /** The hub can't read the entry that is now the first unsent one. */
  | 'poison'
  /** The hub breaks on that entry, each time it comes. */
  | 'breaks'
  /** Among the receipts is one of an entry that nobody sent, one of another entry's hash, or each comes twice. */
  | 'unknownReceipt'
  | 'wrongHash'
  | 'doubledReceipt'

export type TransferFault = 'none' | 'loseAnswer' | 'dropWrite' | 'endSession' | 'edit' | 'editAfter'

export type Step =
  /** A person records a cell on a tablet, from what its screen shows. */
  | { kind: 'record'; tablet: number; cell: number; value: number }
  | { kind: 'undo'; tablet: number }
  | { kind: 'network'; tablet: number; mode: NetworkMode }
  /** The tab dies and comes up again on the same memory; its requests under way are never answered. */
  | { kind: 'restart'; tablet: number }
  | { kind: 'advance'; seconds: number }
  /** The tab in front dies at its `after`-th call of a port: of its disk or its network, before it, in it or after it. */
  | { kind: 'die'; tablet: number; after: number }
  /** A second tab is opened over the same disk; where there are two, the older one dies. */
  | { kind: 'switchTabs'; tablet: number }
  /** The older tab sends while something is recorded in the other, or with `older` in itself. */
  | { kind: 'recordWhileSending'; tablet: number; cell: number; value: number; older?: boolean }
  /** Requests that were thought lost reach the hub after all. */
  | { kind: 'deliverLate' }
  /** The hub breaks at its `after`-th call of a port and starts again. */
  | { kind: 'breakHub'; after: number }
  | { kind: 'restartHub' }
  /** The hub's database is copied; later it is put back from the last copy, if there is one. */
  | { kind: 'backupHub' }
  | { kind: 'restoreHub' }
  /** Somebody copies that file back by hand, or a snapshot of the machine comes back: the life keeps its name. */
  | { kind: 'putBackHub' }
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
  /** Somebody sets the tablet's clock, or its battery was out. */
  | { kind: 'jumpClock'; tablet: number; hours: number }
  /** The disk is full at the next tap. */
  | { kind: 'fillDisk'; tablet: number }
  /** A person presses «Отправить» so many times. */
  | { kind: 'press'; tablet: number; times: number }
  /** What one tablet has not sent is carried to another in a file. */
  | { kind: 'carryFile'; tablet: number; to: number }
  /** The school's network is good again: every tablet sends at once. */
  | { kind: 'comeBack' }
  /**
   * The next lists hold the cell's lesson in its own place, at a later hour, tomorrow, or at one hour and then another;
   * tablets hear of it as they pull.
   */
  | { kind: 'moveLesson'; cell: number; hour: number }
  /**
   * The algebra teacher has left the lists and records once more on a tablet of theirs, whose file a deputy loads. With
   * `isBack` the next lists have the teacher again; else the last ones do.
   */
  | { kind: 'departedFile'; tablet: number; cell: number; value: number; isBack: boolean }
  /** The browser empties IndexedDB; what waited comes back from the second copy. */
  | { kind: 'wipe'; tablet: number }

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
  'poison',
  'poison',
  'poison',
  'breaks',
  'breaks',
  'unknownReceipt',
  'wrongHash',
  'doubledReceipt',
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
  const roll = random.below(108)
  if (roll < 35) return { kind: 'record', tablet, cell, value }
  if (roll < 40) return { kind: 'recordWhileSending', tablet, cell, value, older: random.below(2) === 0 }
  if (roll < 43) return { kind: 'undo', tablet }
  if (roll < 56) return { kind: 'network', tablet, mode: random.pick(modes) }
  if (roll < 57) return { kind: 'restart', tablet }
  if (roll < 60) return { kind: 'die', tablet, after: random.below(16) }
  if (roll < 62) return { kind: 'switchTabs', tablet }
  if (roll < 65) return { kind: 'advance', seconds: 1 + random.below(120) }
  if (roll < 66) return { kind: 'jumpClock', tablet, hours: random.below(53) - 26 }
  if (roll < 67) return { kind: 'fillDisk', tablet }
  if (roll < 70) return { kind: 'deliverLate' }
  if (roll < 73) return { kind: 'breakHub', after: random.below(80) }
  if (roll < 74) return { kind: 'restartHub' }
  if (roll < 75) return { kind: 'backupHub' }
  if (roll < 76) return { kind: 'restoreHub' }
  if (roll < 78) return { kind: 'ais', down: random.below(2) === 0 }
  if (roll < 85) return { kind: 'editAis', cell, value }
  if (roll < 95) return { kind: 'transfer', tablet, fault: random.pick(faults), cell, value }
  if (roll < 99) return { kind: 'settle', tablet, choice: random.below(3) }
  if (roll < 100) return { kind: 'signOut', tablet }
  if (roll < 101) return { kind: 'press', tablet, times: 1 + random.below(12) }
  if (roll < 103) return { kind: 'carryFile', tablet, to: random.below(tabletCount) }
  if (roll < 104) return { kind: 'wipe', tablet }
  if (roll < 105) return { kind: 'putBackHub' }
  if (roll < 106) return { kind: 'moveLesson', cell, hour: random.below(4) }
  if (roll < 107)
    return { kind: 'departedFile', tablet: random.below(2), cell, value, isBack: random.below(2) === 0 }
  return { kind: 'comeBack' }
}

/**
 * From 4 to 44 steps, most of them few: what breaks soon is found soon, and one schedule in seven is longer than 27, for
 * what comes only of much that went before.
 */
const drawLength = (random: SeededRandom): number => 4 + Math.floor(41 * random.next() ** 3.5)

export const drawSchedule = (seed: number): Schedule => {
  const random = seededRandom(seed)
  const length = drawLength(random)
  return { seed, steps: Array.from({ length }, () => drawStep(random)) }
}
