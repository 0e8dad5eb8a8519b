// `npm run simulate -- --schedules N --seed S`: plays schedules, shrinks the first that breaks a promise, prints one line.
import { parseArgs } from 'node:util'
import { runSchedule, type Verdict } from './run-schedule.ts'
import { drawSchedule, type Schedule } from './schedule.ts'

const promises = ['lost', 'doubled', 'unreported', 'falselyGreen', 'overwritten', 'stuck', 'bugs'] as const
type Sums = Record<(typeof promises)[number] | 'entries', number>

const isBroken = (verdict: Verdict): boolean => promises.some((promise) => verdict[promise].length > 0)

/** Leaves out steps, larger parts first, as long as what is left still breaks a promise. */
export const shrink = async (schedule: Schedule): Promise<Schedule> => {
  let shortest = schedule
  for (
    let part = Math.ceil(schedule.steps.length / 2);
    part >= 1;
    part = part === 1 ? 0 : Math.ceil(part / 2)
  ) {
    for (let from = 0; from < shortest.steps.length; ) {
      const steps = [...shortest.steps.slice(0, from), ...shortest.steps.slice(from + part)]
      const shorter = { seed: schedule.seed, steps }
      if (isBroken(await runSchedule(shorter))) shortest = shorter
      else from += part
    }
  }
  return shortest
}

export const simulate = async (
  count: number,
  firstSeed: number,
): Promise<{ sums: Sums; broken: Schedule | null }> => {
  const sums: Sums = {
    entries: 0,
    lost: 0,
    doubled: 0,
    unreported: 0,
    falselyGreen: 0,
    overwritten: 0,
    stuck: 0,
    bugs: 0,
  }
  let broken: Schedule | null = null
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const schedule = drawSchedule(seed)
    const verdict = await runSchedule(schedule)
    sums.entries += verdict.entries
    for (const promise of promises) sums[promise] += verdict[promise].length
    if (isBroken(verdict)) broken ??= schedule
  }
  return { sums, broken }
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { schedules: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
  })
  const count = Number(values.schedules)
  const began = performance.now()
  const { sums, broken } = await simulate(count, Number(values.seed))
  const seconds = (performance.now() - began) / 1000
  console.log(`${(count / seconds).toFixed(1)} schedules a second`)
  if (broken) {
    const shortest = await shrink(broken)
    const { entries: _, ...verdict } = await runSchedule(shortest)
    console.log(JSON.stringify(shortest))
    console.log(JSON.stringify(verdict, null, 1))
    process.exitCode = 1
  }
  const { entries, lost, doubled, unreported, falselyGreen, overwritten } = sums
  console.log(
    `schedules ${count}, entries ${entries}, lost ${lost}, doubled ${doubled}, unreported ${unreported}, falsely green ${falselyGreen}, overwritten ${overwritten}, stuck ${sums.stuck}, bugs ${sums.bugs}`,
  )
}

if (import.meta.filename === process.argv[1]) await main()
