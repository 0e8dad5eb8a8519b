// `npm run mutants`: switches on each bug in turn in a copy of the source and lets the simulation hunt it.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Mutant, mutants } from './mutants.ts'

/** So many schedules are played before a bug counts as survived; most fall within the first twenty. */
const patience = 1000
const workers = 2

const makeCopy = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'journal-mutant-'))
  for (const name of ['src', 'tests', 'package.json', 'tsconfig.json']) {
    cpSync(name, join(copy, name), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  return copy
}

interface Hunt {
  caughtAt: number | null
  said: string
}

const hunt = (copy: string): Promise<Hunt> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/mutants/hunt.ts', String(patience)], {
      cwd: copy,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 600_000,
    })
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
    })
    child.stderr.on('data', (text) => {
      said += text
    })
    child.on('close', (code) => {
      const seed = /broken at seed (\d+)/.exec(said)?.[1]
      // A bug that makes the parts themselves throw or hang is caught too: it can't be missed.
      if (seed !== undefined) done({ caughtAt: Number(seed), said })
      else done({ caughtAt: code === 0 ? null : 0, said })
    })
  })

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
    const { caughtAt, said } = await hunt(copy)
    if (caughtAt === null) console.log(`survived ${mutant.name}`)
    else if (caughtAt > 0) console.log(`caught ${mutant.name} at seed ${caughtAt}`)
    else
      console.log(
        `caught ${mutant.name} by its own crash: ${said.split('\n').find((line) => /Error/.test(line)) ?? 'it hung'}`,
      )
    return caughtAt !== null
  } finally {
    writeFileSync(file, source)
  }
}

/** Without a bug the hunt must come home with nothing, or every catch below would prove nothing. */
const control = async (): Promise<void> => {
  const copy = makeCopy()
  try {
    const { caughtAt, said } = await hunt(copy)
    if (caughtAt !== null) throw new Error(`the source is broken without any bug of ours: ${said}`)
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
  Array.from({ length: workers }, async () => {
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
