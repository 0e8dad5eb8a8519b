// `npm test`: every check in turn, each with its minutes, and one closing line of real sums. `-- --long` (the nightly
// run) adds the mutants and ten times as many runs of each fault.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { bin, runChild } from './child.ts'
import { findChromium } from './chromium.ts'
import { failedLines, folderLines, type ReportedFile } from './folder-lines.ts'
import { planStories } from './stories.ts'

const { values: asked } = parseArgs({ options: { long: { type: 'boolean', default: false } } })
const allMustRun = process.env.CI === 'true'

interface Sum {
  passed: number
  failed: number
  skipped: number
  /** Said beneath the part's own line. */
  more?: readonly string[]
}

const reports = '.cache/reports'
const readReport = <T>(file: string): T | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null

/** A check without cases of its own counts as one. */
const check = async (command: string, args: readonly string[]): Promise<Sum> => {
  const { code } = await runChild(bin(command), args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
  numPendingTests: number
  numTodoTests: number
  testResults: readonly ReportedFile[]
}

/** In a run where all must run, fewer spoiled messages than these are a failure. */
const leastFuzzCases = 100_000

const vitest = async (): Promise<Sum> => {
  const file = `${reports}/vitest.json`
  const fuzzed = `${reports}/fuzz-cases`
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runChild(bin('vitest'), args, { env: { ...process.env, FUZZ_TALLY: fuzzed } })
  const counts = existsSync(fuzzed) ? readFileSync(fuzzed, 'utf8').trim().split('\n').map(Number) : []
  const fuzzCases = counts.reduce((sum, one) => sum + one, 0)
  console.log(`fuzz cases ${fuzzCases}`)
  const report = readReport<VitestReport>(file)
  if (!report || report.numPassedTests === 0) return { passed: 0, failed: 1, skipped: 0 }
  const tooFew = allMustRun && fuzzCases < leastFuzzCases ? 1 : 0
  const failed = report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0) + tooFew
  const skipped = report.numPendingTests + report.numTodoTests
  return {
    passed: report.numPassedTests,
    failed,
    skipped,
    more: [
      ...folderLines(report.testResults, process.cwd()),
      ...failedLines(report.testResults, process.cwd()),
    ],
  }
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

const browser = async (): Promise<Sum> => {
  const file = `${reports}/playwright.json`
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const files = readdirSync('tests/e2e', { recursive: true, encoding: 'utf8' })
  const { play, skipped, said } = planStories(files, {
    all: allMustRun || asked.long,
    chromium: findChromium(),
  })
  for (const line of said) console.log(line)
  if (play.length === 0) return { passed: 0, failed: 0, skipped }
  const { code } = await runChild(bin('playwright'), ['test', '--reporter=list,json', ...play], { env })
  const stats = readReport<PlaywrightReport>(file)?.stats
  if (!stats || stats.expected + stats.skipped === 0) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, flaky, unexpected } = stats
  const unsteady = flaky > 0 ? [`  unsteady: ${flaky}, passed at the second go, named above`] : []
  return {
    passed: expected + flaky,
    failed: code !== 0 && unexpected === 0 ? 1 : unexpected,
    skipped: stats.skipped,
    more: unsteady,
  }
}

/** One schedule that breaks a promise fails the part; the line before the sums names the shortest such history. */
const simulation = (schedules: number, ...more: readonly string[]): Promise<Sum> =>
  check('tsx', ['tests/simulation/simulate.ts', '--schedules', String(schedules), ...more])

/** Each bug is a case: one that survives has failed to be caught. */
const mutants = async (): Promise<Sum> => {
  const { code, output } = await runChild(bin('tsx'), ['tests/mutants/run-mutants.ts'], { quiet: true })
  process.stdout.write(output)
  const [, all, caught] = /^mutants (\d+), caught (\d+),/m.exec(output)?.map(Number) ?? []
  if (all === undefined || caught === undefined) return { passed: 0, failed: 1, skipped: 0 }
  return { passed: caught, failed: Math.max(all - caught, code === 0 ? 0 : 1), skipped: 0 }
}

const faultsLimitMs = (asked.long ? 240 : 40) * 60_000

/** One child, shown when it has ended; its last line holds the sums and a line before it names each fault that failed. */
const faults = async (): Promise<Sum> => {
  const options = { quiet: true, timeout: faultsLimitMs }
  const extent = asked.long ? ['--long'] : allMustRun ? [] : ['--brief']
  const args = ['tests/faults/run-faults.ts', ...extent]
  const { code, output } = await runChild(bin('tsx'), args, options)
  process.stdout.write(output)
  const [, all, skipped] = /^faults (\d+), .* skipped (\d+)$/m.exec(output)?.map(Number) ?? []
  if (all === undefined || skipped === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const named = [...output.matchAll(/^([a-z-]+): failed, /gm)].map(([, name]) => `  failed: ${name}`)
  const failed = code !== 0 ? Math.max(1, named.length) : 0
  return { passed: all - failed - skipped, failed, skipped, more: named }
}

const parts: readonly (readonly [string, () => Promise<Sum>])[] = [
  ['types', () => check('tsc', ['-b'])],
  ['lint', () => check('biome', ['check', '--error-on-warnings'])],
  ['dead code', () => check('knip', [])],
  ['unit, regulation, store, sync, hub, school', vitest],
  ['simulation', () => simulation(allMustRun ? 70_000 : 7_000)],
  ['simulation over the real databases', () => simulation(allMustRun ? 200 : 20, '--real')],
  ['browser stories', browser],
  ['faults', faults],
  ...(asked.long ? [['mutants', mutants] as const] : []),
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const red: string[] = []
const total: Sum = { passed: 0, failed: 0, skipped: 0 }
for (const [name, run] of parts) {
  const began = performance.now()
  const sum = await run()
  const minutes = ((performance.now() - began) / 60_000).toFixed(1)
  console.log(`${name}: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped, ${minutes} min`)
  for (const line of sum.more ?? []) console.log(line)
  total.passed += sum.passed
  total.failed += sum.failed
  total.skipped += sum.skipped
  if (sum.failed > 0)
    red.push(`failed in ${name}`, ...(sum.more ?? []).filter((line) => /^ *failed: /.test(line)))
}
// Once more at the end, where whoever reads the last lines alone finds them.
for (const line of red) console.log(line)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || (allMustRun && total.skipped > 0) ? 1 : 0
