// Plays schedules one after another and sums up what they broke.
import type { Doubles } from './doubles.ts'
import { type Happened, noneHappened, nothing, runSchedule, sumOf, type Verdict } from './run-schedule.ts'
import { drawSchedule, type Schedule } from './schedule.ts'

export const promises = [
  ...(['lost', 'doubled', 'unreported', 'falselyGreen', 'overwritten', 'stuck', 'bugs'] as const),
]
export type Sums = Record<(typeof promises)[number] | 'entries', number>

export const noSums: Sums = {
  ...{ entries: 0, lost: 0, doubled: 0, unreported: 0, falselyGreen: 0, overwritten: 0, stuck: 0, bugs: 0 },
}

export const isBroken = (verdict: Verdict): boolean => promises.some((promise) => verdict[promise].length > 0)

export interface Task {
  count: number
  firstSeed: number
  doubles: Doubles
  /** Stops at the first schedule that breaks a promise. */
  untilBroken: boolean
}

export interface Played {
  sums: Sums
  happened: Happened
  /** Seeds of the schedules that broke a promise. */
  broken: number[]
  /** What the processor worked for it. */
  cpuSeconds: number
}

/** What throws in the middle has broken something too: it stands among the bugs. */
export const verdictOf = async (schedule: Schedule, doubles: Doubles): Promise<Verdict> => {
  try {
    return await runSchedule(schedule, doubles)
  } catch (error) {
    return { ...nothing(), bugs: [error instanceof Error ? `${error.stack}` : String(error)] }
  }
}

export const playSchedules = async ({ count, firstSeed, doubles, untilBroken }: Task): Promise<Played> => {
  const sums = { ...noSums }
  const broken: number[] = []
  let happened = noneHappened
  const began = process.cpuUsage()
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const verdict = await verdictOf(drawSchedule(seed), doubles)
    sums.entries += verdict.entries
    happened = sumOf(noneHappened, [happened, verdict.happened])
    for (const promise of promises) sums[promise] += verdict[promise].length
    if (isBroken(verdict)) broken.push(seed)
    if (broken.length > 0 && untilBroken) break
  }
  const { user, system } = process.cpuUsage(began)
  return { sums, happened, broken, cpuSeconds: (user + system) / 1e6 }
}
