// `npm test`: every check in turn, each with its minutes, and one closing line of real sums.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { bin, runChild } from './child.ts'

interface Sum {
  passed: number
  failed: number
  skipped: number
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
}

const vitest = async (): Promise<Sum> => {
  const file = `${reports}/vitest.json`
  const { code } = await runChild(bin('vitest'), [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport<VitestReport>(file)
  if (!report || report.numPassedTests === 0) return { passed: 0, failed: 1, skipped: 0 }
  const failed = report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0)
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

const browser = async (): Promise<Sum> => {
  const file = `${reports}/playwright.json`
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const { code } = await runChild(bin('playwright'), ['test', '--reporter=list,json'], { env })
  const stats = readReport<PlaywrightReport>(file)?.stats
  if (!stats || stats.expected + stats.skipped === 0) return { passed: 0, failed: 1, skipped: 0 }
  // A story that passed only at a second try did not pass.
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: stats.skipped }
}

/** One schedule that breaks a promise fails the part; the line before the sums names the shortest such history. */
const simulation = (): Promise<Sum> =>
  check('tsx', ['tests/simulation/simulate.ts', '--schedules', process.env.CI === 'true' ? '5000' : '500'])

const faultsLimitMs = 20 * 60_000

/** One child, shown when it has ended; its last line holds the sums and a line before it names each fault that failed. */
const faults = async (): Promise<Sum> => {
  const options = { quiet: true, timeout: faultsLimitMs }
  const { code, output } = await runChild(bin('tsx'), ['tests/faults/run-faults.ts'], options)
  process.stdout.write(output)
  const [, all, skipped] = /^faults (\d+), .* skipped (\d+)$/m.exec(output)?.map(Number) ?? []
  if (all === undefined || skipped === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const named = output.match(/^[a-z-]+: failed, /gm)?.length ?? 0
  const failed = code !== 0 ? Math.max(1, named) : 0
  return { passed: all - failed - skipped, failed, skipped }
}

const parts: readonly [string, () => Promise<Sum>][] = [
  ['types', () => check('tsc', ['-b'])],
  ['lint', () => check('biome', ['check', '--error-on-warnings'])],
  ['dead code', () => check('knip', [])],
  ['unit, regulation, store, sync, hub, school', vitest],
  ['simulation', simulation],
  ['browser stories', browser],
  ['faults', faults],
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const total: Sum = { passed: 0, failed: 0, skipped: 0 }
for (const [name, run] of parts) {
  const began = performance.now()
  const sum = await run()
  const minutes = ((performance.now() - began) / 60_000).toFixed(1)
  console.log(`${name}: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped, ${minutes} min`)
  total.passed += sum.passed
  total.failed += sum.failed
  total.skipped += sum.skipped
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
const allMustRun = process.env.CI === 'true'
process.exitCode = total.failed > 0 || (allMustRun && total.skipped > 0) ? 1 : 0
