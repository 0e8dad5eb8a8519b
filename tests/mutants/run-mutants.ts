// `npm run mutants [-- NAME… --processes P]`: switches on each bug in turn in a copy of the source and lets the
// simulation, or the test file that goes where it does not, hunt it. Every line is of one bug; none may survive.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bin, runChild } from '../../src/commands/child.ts'
import { buildPlayer, playInProcess, TimedOut } from '../simulation/processes.ts'
import { type Hunt, type Judged, judgeHunt, onlyTimedOut } from './judge-hunt.ts'
import type { Mutant } from './mutant.ts'
import { mutants } from './mutants.ts'

/** So many schedules are played before a bug counts as survived; most fall within the first twenty. */
const patience = 4500
const hangsAfterMs = 300_000

const { values: asked, positionals: names } = parseArgs({
  options: { processes: { type: 'string', default: String(availableParallelism()) } },
  allowPositionals: true,
})

const makeCopy = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'journal-mutant-'))
  for (const name of ['src', 'tests', 'package.json', 'tsconfig.json', 'vite.config.ts']) {
    cpSync(name, join(copy, name), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  return copy
}

const huntByTest = async (copy: string, file: string): Promise<Hunt> => {
  const report = join(copy, 'hunt.json')
  rmSync(report, { force: true })
  const args = ['run', '--reporter=json', `--outputFile=${report}`, file]
  const options = { cwd: copy, quiet: true, timeout: hangsAfterMs }
  const { code, timedOut } = await runChild(bin('vitest'), args, options)
  if (code === 0 && !timedOut) return { kind: 'survived' }
  const told = existsSync(report) ? readFileSync(report, 'utf8') : null
  return timedOut || (told !== null && onlyTimedOut(told))
    ? { kind: 'timedOut' }
    : { kind: 'caught', how: `by ${file}` }
}

const huntBySimulation = async (copy: string): Promise<Hunt> => {
  const task = { count: patience, firstSeed: 1, doubles: 'fast', untilBroken: true } as const
  const player = await buildPlayer(copy)
  try {
    const [seed] = (await playInProcess(player, task, hangsAfterMs)).broken
    return seed === undefined ? { kind: 'survived' } : { kind: 'caught', how: `at seed ${seed}` }
  } catch (error) {
    if (error instanceof TimedOut) return { kind: 'timedOut' }
    const lines = String(error).split('\n')
    return { kind: 'crashed', how: lines.find((line) => /^\w*Error: /.test(line)) ?? lines[0] ?? '' }
  }
}

const hunt = (copy: string, hunter: string | undefined): Promise<Hunt> =>
  hunter === undefined ? huntBySimulation(copy) : huntByTest(copy, hunter)

/** `alone`: nothing else is hunted meanwhile, so that a hang is the bug's own. */
const tryMutant = async (copy: string, mutant: Mutant, alone: boolean): Promise<Judged> => {
  const file = join(copy, mutant.file)
  const source = readFileSync(file, 'utf8')
  if (source.split(mutant.find).length !== 2) {
    return { end: 'failed', says: `outdated ${mutant.name}: its place is not found once in ${mutant.file}` }
  }
  writeFileSync(
    file,
    source.replace(mutant.find, () => mutant.replace),
  )
  try {
    return judgeHunt(mutant, await hunt(copy, mutant.hunter), alone)
  } finally {
    writeFileSync(file, source)
  }
}

/** Without a bug the hunts must come home with nothing, or every catch below would prove nothing. */
const control = async (hunters: ReadonlySet<string | undefined>): Promise<void> => {
  const copy = makeCopy()
  try {
    for (const hunter of hunters) {
      const hunted = await hunt(copy, hunter)
      if (hunted.kind !== 'survived')
        throw new Error(
          `without any bug of ours: ${hunted.kind} ${'how' in hunted ? hunted.how : (hunter ?? '')}`,
        )
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const chosen = names.length > 0 ? mutants.filter((one) => names.includes(one.name)) : mutants
await control(new Set(chosen.map((one) => one.hunter)))
const queue = [...chosen]
const again: Mutant[] = []
let caught = 0
const huntThrough = async (list: Mutant[], alone: boolean): Promise<void> => {
  const copy = makeCopy()
  try {
    for (let mutant = list.shift(); mutant; mutant = list.shift()) {
      const { end, says } = await tryMutant(copy, mutant, alone)
      console.log(says)
      if (end === 'caught') caught += 1
      if (end === 'again') again.push(mutant)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
await Promise.all(Array.from({ length: Number(asked.processes) }, () => huntThrough(queue, false)))
await huntThrough(again, true)
const missed = chosen.length - caught
console.log(`mutants ${chosen.length}, caught ${caught}, not caught ${missed}`)
process.exitCode = missed > 0 ? 1 : 0
