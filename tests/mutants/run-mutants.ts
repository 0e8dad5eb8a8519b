// `npm run mutants [-- NAME… --processes P]`: switches on each bug in turn in a copy of the source and lets the
// simulation, or the test file that goes where it does not, hunt it. Every line is of one bug; none may survive.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bin, runChild } from '../../src/commands/child.ts'
import { buildPlayer, playInProcess } from '../simulation/processes.ts'
import type { Mutant } from './mutant.ts'
import { mutants } from './mutants.ts'

/** So many schedules are played before a bug counts as survived; most fall within the first twenty. */
const patience = 1500
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

type Hunt =
  | { kind: 'caught'; how: string }
  /** The bug makes the parts themselves throw or hang: it can't be missed. */
  | { kind: 'crashed'; how: string }
  | { kind: 'survived' }

const huntByTest = async (copy: string, file: string): Promise<Hunt> => {
  const args = ['run', '--reporter=dot', file]
  const { code } = await runChild(bin('vitest'), args, { cwd: copy, quiet: true, timeout: hangsAfterMs })
  return code === 0 ? { kind: 'survived' } : { kind: 'caught', how: `by ${file}` }
}

const huntBySimulation = async (copy: string): Promise<Hunt> => {
  const task = { count: patience, firstSeed: 1, doubles: 'fast', untilBroken: true } as const
  const player = await buildPlayer(copy)
  try {
    const [seed] = (await playInProcess(player, task, hangsAfterMs)).broken
    return seed === undefined ? { kind: 'survived' } : { kind: 'caught', how: `at seed ${seed}` }
  } catch (error) {
    const lines = String(error).split('\n')
    return { kind: 'crashed', how: lines.find((line) => /^\w*Error: /.test(line)) ?? lines[0] ?? '' }
  }
}

const hunt = (copy: string, hunter: string | undefined): Promise<Hunt> =>
  hunter === undefined ? huntBySimulation(copy) : huntByTest(copy, hunter)

const tryMutant = async (copy: string, mutant: Mutant): Promise<boolean> => {
  const file = join(copy, mutant.file)
  const source = readFileSync(file, 'utf8')
  if (source.split(mutant.find).length !== 2) {
    console.log(`outdated ${mutant.name}: its place is not found once in ${mutant.file}`)
    return false
  }
  writeFileSync(
    file,
    source.replace(mutant.find, () => mutant.replace),
  )
  try {
    const hunted = await hunt(copy, mutant.hunter)
    if (hunted.kind === 'survived') console.log(`survived ${mutant.name}`)
    if (hunted.kind === 'caught') console.log(`caught ${mutant.name} ${hunted.how}`)
    if (hunted.kind === 'crashed') console.log(`caught ${mutant.name} by its own crash: ${hunted.how}`)
    return hunted.kind !== 'survived'
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
        throw new Error(`without any bug of ours the source is broken ${hunted.how}`)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const chosen = names.length > 0 ? mutants.filter((one) => names.includes(one.name)) : mutants
await control(new Set(chosen.map((one) => one.hunter)))
const queue = [...chosen]
let survived = 0
await Promise.all(
  Array.from({ length: Number(asked.processes) }, async () => {
    const copy = makeCopy()
    try {
      for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
        if (!(await tryMutant(copy, mutant))) survived += 1
      }
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  }),
)
console.log(`mutants ${chosen.length}, caught ${chosen.length - survived}, survived ${survived}`)
process.exitCode = survived > 0 ? 1 : 0
