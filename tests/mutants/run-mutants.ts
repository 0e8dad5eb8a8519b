// `npm run mutants`: switches on each bug in turn in a copy of the source and lets the simulation hunt it.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildPlayer, playInProcess } from '../simulation/processes.ts'
import { type Mutant, mutants } from './mutants.ts'

/** So many schedules are played before a bug counts as survived; most fall within the first twenty. */
const patience = 1500
const hangsAfterMs = 600_000

const makeCopy = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'journal-mutant-'))
  for (const name of ['src', 'tests', 'package.json', 'tsconfig.json']) {
    cpSync(name, join(copy, name), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  return copy
}

type Hunt = { kind: 'caught'; seed: number } | { kind: 'crashed'; said: string } | { kind: 'survived' }

const hunt = async (copy: string): Promise<Hunt> => {
  const task = { count: patience, firstSeed: 1, doubles: 'fast', untilBroken: true } as const
  const player = await buildPlayer(copy)
  try {
    const [seed] = (await playInProcess(player, task, hangsAfterMs)).broken
    return seed === undefined ? { kind: 'survived' } : { kind: 'caught', seed }
  } catch (error) {
    // A bug that makes the parts themselves throw or hang is caught too: it can't be missed.
    const lines = String(error).split('\n')
    return { kind: 'crashed', said: lines.find((line) => /^\w*Error: /.test(line)) ?? lines[0] ?? '' }
  }
}

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
    const hunted = await hunt(copy)
    if (hunted.kind === 'survived') console.log(`survived ${mutant.name}`)
    if (hunted.kind === 'caught') console.log(`caught ${mutant.name} at seed ${hunted.seed}`)
    if (hunted.kind === 'crashed') console.log(`caught ${mutant.name} by its own crash: ${hunted.said}`)
    return hunted.kind !== 'survived'
  } finally {
    writeFileSync(file, source)
  }
}

/** Without a bug the hunt must come home with nothing, or every catch below would prove nothing. */
const control = async (): Promise<void> => {
  const copy = makeCopy()
  try {
    const hunted = await hunt(copy)
    if (hunted.kind !== 'survived')
      throw new Error(`the source is broken without any bug of ours: ${JSON.stringify(hunted)}`)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

await control()
const names = process.argv.slice(2)
const chosen = names.length > 0 ? mutants.filter((one) => names.includes(one.name)) : mutants
const queue = [...chosen]
let survived = 0
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
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
