// `npm run faults`: kills, power cuts, full disks and bad networks done to the real browser and the real hub.
// Options: `--long` (ten times as many runs), `--brief` (one run each, without the slow ones), `--only NAME`, `--controls` (each fault once without its defence too).
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import { buildStale } from '../../src/commands/build.ts'
import { browserDiskFull } from './browser-disk-full.ts'
import { browserKill } from './browser-kill.ts'
import { browserPowerCut } from './browser-power-cut.ts'
import { captivePortal } from './captive-portal.ts'
import { clonedProfile } from './cloned-profile.ts'
import { damagedManifest } from './damaged-manifest.ts'
import type { Fault } from './fault.ts'
import { frozenLeader } from './frozen-leader.ts'
import { hubDiskFull } from './hub-disk-full.ts'
import { hubKill } from './hub-kill.ts'
import { hubPowerCut } from './hub-power-cut.ts'
import { lostAnswers } from './lost-answers.ts'
import { rendererCrash } from './renderer-crash.ts'
import { type Build, buildVariant, shipped } from './rig/build-variant.ts'
import { onLeave } from './rig/leftovers.ts'
import { loopTrouble, sweepDeadRigs } from './rig/loop-disk.ts'
import { type PreparedSchool, prepareSchool } from './rig/prepared-school.ts'
import { openStage } from './rig/stage.ts'
import { slowDrip } from './slow-drip.ts'
import { twoTabs } from './two-tabs.ts'
import { updateMidEntry } from './update-mid-entry.ts'

const all: readonly Fault[] = [
  browserKill,
  hubKill,
  browserPowerCut,
  hubPowerCut,
  hubDiskFull,
  browserDiskFull,
  twoTabs,
  frozenLeader,
  rendererCrash,
  captivePortal,
  slowDrip,
  lostAnswers,
  updateMidEntry,
  damagedManifest,
  clonedProfile,
]
const runLimitMs = 180_000

const { values: asked } = parseArgs({
  options: {
    long: { type: 'boolean' },
    brief: { type: 'boolean' },
    controls: { type: 'boolean' },
    only: { type: 'string' },
  },
})

interface Row {
  fault: string
  runs: number
  acknowledged: number
  lost: number
  /** Why it did not pass, or why it was skipped, in sentences. */
  remarks: string[]
  end: 'passed' | 'failed' | 'skipped'
}

const prefix = 'journal-faults-'
if (existsSync('/proc/mounts')) sweepDeadRigs(tmpdir(), prefix)
const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
onLeave(() => rmSync(folder, { recursive: true, force: true }))

const schools = new Map<string, Promise<PreparedSchool>>()
const schoolOf = (build: Build): Promise<PreparedSchool> => {
  const known = schools.get(build.name) ?? prepareSchool(build, join(folder, build.name))
  schools.set(build.name, known)
  return known
}

const runOnce = async (fault: Fault, build: Build) => {
  const stage = openStage(await schoolOf(build), folder)
  let patience: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    patience = setTimeout(() => reject(new Error('the run took too long')), runLimitMs)
  })
  try {
    return await Promise.race([fault.run(stage), tooLong])
  } finally {
    clearTimeout(patience)
    await stage.close()
  }
}

/** The first line with something in it; what a person needs beyond that is in the stack, asked for by name. */
const sentence = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (process.env.FAULTS_STACKS) return `${error.stack}`
  const plain = stripVTControlCharacters(error.message)
  return plain.split('\n').filter(Boolean).slice(0, 3).join(' | ').slice(0, 300)
}

/** Null when the fault is found in a build without its defence. */
const controlOf = async (fault: Fault): Promise<string | null> => {
  const build = await buildVariant(fault.name, fault.withoutDefence)
  try {
    const { acknowledged, lost } = await runOnce(fault, build)
    if (lost.length === 0) return 'without its defence nothing was lost: the rig is blind'
    console.log(`  ${fault.name} without its defence: ${lost.length} of ${acknowledged} lost, as it must be`)
  } catch (error) {
    console.log(`  ${fault.name} without its defence: found (${sentence(error)})`)
  }
  return null
}

const play = async (fault: Fault, diskTrouble: string | null): Promise<Row> => {
  const row: Row = { fault: fault.name, runs: 0, acknowledged: 0, lost: 0, remarks: [], end: 'passed' }
  if (fault.needsDisk && diskTrouble) return { ...row, end: 'skipped', remarks: [diskTrouble] }
  const fail = (remark: string): void => {
    row.end = 'failed'
    row.remarks.push(remark)
  }
  const times = asked.brief ? 1 : fault.runs * (asked.long ? 10 : 1)
  for (let n = 0; n < times; n += 1) {
    row.runs += 1
    try {
      const { acknowledged, lost } = await runOnce(fault, shipped)
      row.acknowledged += acknowledged
      row.lost += lost.length
      if (lost.length > 0) fail(`run ${n + 1} lost ${lost.join('; ')}`)
      else if (acknowledged === 0) fail(`run ${n + 1} acknowledged nothing, so it shows nothing`)
    } catch (error) {
      fail(`run ${n + 1}: ${sentence(error)}`)
    }
  }
  if (row.end === 'passed' && (asked.controls || fault.alwaysControlled)) {
    const blind = await controlOf(fault).catch(sentence)
    if (blind) fail(blind)
  }
  return row
}

const show = (rows: readonly Row[]): void => {
  const cells = [
    ['fault', 'runs', 'acknowledged', 'lost'],
    ...rows.map((row) => [row.fault, ...[row.runs, row.acknowledged, row.lost].map(String)]),
  ]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)))
  const pad = (text: string, at: number): string =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)
  for (const line of cells) console.log(line.map(pad).join('  '))
  for (const { fault, end, remarks } of rows)
    for (const remark of remarks) console.log(`${fault} ${end}: ${remark}`)
}

const slow: readonly Fault[] = [slowDrip, lostAnswers]
const wanted = all.filter((fault) => asked.only === undefined || fault.name === asked.only)
const chosen = asked.brief ? wanted.filter((fault) => !slow.includes(fault)) : wanted
if (asked.brief) console.log(`left to CI: ${slow.map((fault) => fault.name).join(', ')}`)
if (chosen.length === 0) throw new Error(`no such fault; there are ${all.map((one) => one.name).join(', ')}`)
await buildStale()
const diskTrouble = chosen.some((fault) => fault.needsDisk) ? loopTrouble(folder) : null
const rows: Row[] = []
for (const fault of chosen) {
  const began = performance.now()
  const row = await play(fault, diskTrouble)
  rows.push(row)
  console.log(`${fault.name}: ${row.end}, ${((performance.now() - began) / 1000).toFixed(1)} s`)
}
show(rows)
const sum = (pick: (row: Row) => number): number => rows.reduce((total, row) => total + pick(row), 0)
const skipped = rows.filter((row) => row.end === 'skipped').length
console.log(
  `faults ${rows.length}, runs ${sum((row) => row.runs)}, acknowledged ${sum((row) => row.acknowledged)}, ` +
    `lost ${sum((row) => row.lost)}, skipped ${skipped}`,
)
process.exit(rows.some((row) => row.end === 'failed') ? 1 : 0)
