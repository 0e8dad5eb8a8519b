// `npm run simulate -- --schedules N --seed S --workers W`: plays schedules, shrinks the first that breaks a promise,
// prints one line. `--real` plays them over IndexedDB's double of the full length instead of the fast twin. The work is shared by processes: each schedule is single-threaded and its own.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Doubles } from './doubles.ts'
import { runSchedule, type Verdict } from './run-schedule.ts'
import { drawSchedule } from './schedule.ts'
import { shrink } from './shrink.ts'

const promises = ['lost', 'doubled', 'unreported', 'falselyGreen', 'overwritten', 'stuck', 'bugs'] as const
type Sums = Record<(typeof promises)[number] | 'entries', number>

const noSums: Sums = {
  ...{ entries: 0, lost: 0, doubled: 0, unreported: 0, falselyGreen: 0, overwritten: 0, stuck: 0, bugs: 0 },
}

const isBroken = (verdict: Verdict): boolean => promises.some((promise) => verdict[promise].length > 0)

export interface Played {
  sums: Sums
  /** Seeds of the schedules that broke a promise. */
  broken: number[]
}

/** Plays `count` schedules; with `untilBroken` it stops at the first that breaks a promise. */
export const simulate = async (
  count: number,
  firstSeed: number,
  doubles: Doubles = 'fast',
  untilBroken = false,
): Promise<Played> => {
  const sums = { ...noSums }
  const broken: number[] = []
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const verdict = await runSchedule(drawSchedule(seed), doubles)
    sums.entries += verdict.entries
    for (const promise of promises) sums[promise] += verdict[promise].length
    if (isBroken(verdict)) broken.push(seed)
    if (broken.length > 0 && untilBroken) break
  }
  return { sums, broken }
}

const inProcesses = async (
  count: number,
  firstSeed: number,
  workers: number,
  doubles: Doubles,
): Promise<Played[]> => {
  const share = Math.ceil(count / workers)
  return Promise.all(
    Array.from({ length: workers }, (_, at) => {
      const mine = Math.max(0, Math.min(share, count - at * share))
      const args = ['--schedules', String(mine), '--seed', String(firstSeed + at * share), '--child']
      if (doubles === 'real') args.push('--real')
      return new Promise<Played>((resolve, reject) => {
        const child = fork(fileURLToPath(import.meta.url), args)
        child.once('message', (played) => resolve(played as Played))
        child.once('exit', (code) => reject(new Error(`a worker ended with ${code}`)))
      })
    }),
  )
}

const report = async (
  count: number,
  played: readonly Played[],
  seconds: number,
  doubles: Doubles,
): Promise<void> => {
  const sums = { ...noSums }
  for (const one of played)
    for (const name of Object.keys(sums) as (keyof Sums)[]) sums[name] += one.sums[name]
  const broken = played.flatMap((one) => one.broken)
  const [first] = broken
  if (first !== undefined) {
    console.log(`broken at seeds ${broken.join(', ')}`)
    const shortest = await shrink(drawSchedule(first), async (schedule) =>
      isBroken(await runSchedule(schedule, doubles)),
    )
    const { entries: _, ...verdict } = await runSchedule(shortest, doubles)
    console.log(`the shortest history found; keep it in tests/simulation/seeds:\n${JSON.stringify(shortest)}`)
    console.log(JSON.stringify(verdict, null, 1))
    process.exitCode = 1
  }
  const over = doubles === 'real' ? ', over fake-indexeddb' : ''
  console.log(`${(count / seconds).toFixed(1)} schedules a second${over}`)
  const { entries, lost, doubled, unreported, falselyGreen, overwritten, stuck, bugs } = sums
  console.log(
    `schedules ${count}, entries ${entries}, lost ${lost}, doubled ${doubled}, unreported ${unreported}, falsely green ${falselyGreen}, overwritten ${overwritten}, stuck ${stuck}, bugs ${bugs}`,
  )
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      schedules: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      workers: { type: 'string', default: '2' },
      real: { type: 'boolean', default: false },
      child: { type: 'boolean', default: false },
    },
  })
  const [count, seed] = [Number(values.schedules), Number(values.seed)]
  const doubles: Doubles = values.real ? 'real' : 'fast'
  if (values.child) {
    const played = await simulate(count, seed, doubles)
    process.send?.(played, () => process.exit(0))
    return
  }
  const began = performance.now()
  const played = await inProcesses(count, seed, Number(values.workers), doubles)
  await report(count, played, (performance.now() - began) / 1000, doubles)
}

if (fileURLToPath(import.meta.url) === process.argv[1]) await main()
