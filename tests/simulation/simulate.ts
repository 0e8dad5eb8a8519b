// `npm run simulate -- --schedules N --seed S --processes P`: plays schedules, keeps the first that breaks a promise
// shrunk among the seeds, and ends with one line of sums. `--real` plays over IndexedDB and SQLite files themselves.
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Doubles } from './doubles.ts'
import { isBroken, noSums, type Sums, verdictOf } from './play.ts'
import { buildPlayer, playInProcesses } from './processes.ts'
import { type Happened, noneHappened, sumOf } from './run-schedule.ts'
import { drawSchedule } from './schedule.ts'
import { shrink } from './shrink.ts'

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(availableParallelism()) },
    real: { type: 'boolean', default: false },
  },
})
const count = Number(values.schedules)
const doubles: Doubles = values.real ? 'real' : 'fast'

const keepShortest = async (seed: number): Promise<void> => {
  const shortest = await shrink(drawSchedule(seed), async (schedule) =>
    isBroken(await verdictOf(schedule, doubles)),
  )
  const { entries: _, end: __, ...verdict } = await verdictOf(shortest, doubles)
  const file = `tests/simulation/seeds/seed-${seed}.json`
  writeFileSync(file, `${JSON.stringify(shortest, null, 2)}\n`)
  console.log(`the shortest history found, kept in ${file}:\n${JSON.stringify(shortest)}`)
  console.log(JSON.stringify(verdict, null, 1))
}

const player = await buildPlayer(process.cwd())
const began = performance.now()
const task = { count, firstSeed: Number(values.seed), doubles, untilBroken: false }
const played = await playInProcesses(player, task, Number(values.processes))
const seconds = (performance.now() - began) / 1000
const cpu = played.reduce((sum, one) => sum + one.cpuSeconds, 0)
const broken = played.flatMap((one) => one.broken)
if (broken[0] !== undefined) {
  console.log(`broken at seeds ${broken.join(', ')}`)
  await keepShortest(broken[0])
  process.exitCode = 1
}
const { entries, lost, doubled, unreported, falselyGreen, overwritten, stuck, bugs } = sumOf<Sums>(
  noSums,
  played.map((one) => one.sums),
)
const { measured, held, spoiled, carried, rebuilt, shared, early, brought } = sumOf<Happened>(
  noneHappened,
  played.map((one) => one.happened),
)
const over =
  doubles === 'real'
    ? `over fake-indexeddb and SQLite files, batches in one commit with others ${shared}, `
    : ''
console.log(
  `${over}${(count / seconds).toFixed(0)} schedules a second in ${values.processes} processes, ${(count / cpu).toFixed(0)} for a second of a core; stuck ${stuck}, bugs ${bugs}`,
)
console.log(
  `entries by a clock that stood wrong ${measured}, held ${held}, answers with odd receipts ${spoiled}, entries carried in files ${carried}, rebuilt from second copies ${rebuilt}, taken of a lesson's former hour ${early}, brought of a teacher who had left ${brought}`,
)
console.log(
  `schedules ${count}, entries ${entries}, lost ${lost}, doubled ${doubled}, unreported ${unreported}, falsely green ${falselyGreen}, overwritten ${overwritten}`,
)
