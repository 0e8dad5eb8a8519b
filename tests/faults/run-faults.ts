// `npm run faults`: kills, power cuts, full disks and bad networks done to the real browser and the real hub.
// Options: `--long` (ten times as many runs), `--brief` (one run each, without the slow ones), `--only NAME`. Each defence is
// switched off once too: those of the power cuts always, all with `--long` or `--controls`.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import { buildStale } from '../../src/commands/build.ts'
import { chromiumMissing, findChromium } from '../../src/commands/chromium.ts'
import { all } from './all-faults.ts'
import { browserPowerCut } from './browser-power-cut.ts'
import type { Fault, RunEnd } from './fault.ts'
import { frozenLeader } from './frozen-leader.ts'
import { hubPowerCut } from './hub-power-cut.ts'
import { lostAnswers } from './lost-answers.ts'
import { midTransaction } from './mid-transaction.ts'
import { type Build, buildVariant, shipped } from './rig/build-variant.ts'
import { onLeave } from './rig/leftovers.ts'
import { loopTrouble, sweepDeadRigs } from './rig/loop-disk.ts'
import { playControl, switchesOf } from './rig/play-control.ts'
import { type PreparedSchool, prepareSchool } from './rig/prepared-school.ts'
import { openStage } from './rig/stage.ts'
import { sessionMidBatch } from './session-mid-batch.ts'
import { slowDrip } from './slow-drip.ts'
import { twoTabs } from './two-tabs.ts'

const runLimitMs = 400_000
/** A rig of this kind can go blind without a word. */
const alwaysControlled: readonly Fault[] = [browserPowerCut, hubPowerCut]

const { values: asked } = parseArgs({
  options: {
    long: { type: 'boolean' },
    brief: { type: 'boolean' },
    controls: { type: 'boolean' },
    only: { type: 'string' },
  },
})

const isControlled = (fault: Fault): boolean =>
  Boolean(asked.controls || asked.long) || alwaysControlled.includes(fault)
const controlled: string[] = []
let controlMs = 0

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

const runOnce = async (
  fault: Fault,
  build: Build,
  { no = 0, without = null }: { no?: number; without?: string | null },
): Promise<RunEnd> => {
  const stage = openStage(await schoolOf(build), folder, without)
  let patience: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    patience = setTimeout(() => reject(new Error('the run took too long')), runLimitMs)
  })
  try {
    return await Promise.race([fault.run(stage, no), tooLong])
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

/** One build for all: a run says which of its defences it does without. */
const buildSwitched = (): Promise<Build> => buildVariant('switched', { switches: switchesOf(all) })
let switched: Promise<Build> | null = null

/** What is wrong with the rig, a sentence for each control that did not find the fault. */
const troubleOfControls = async (fault: Fault): Promise<string[]> => {
  switched ??= buildSwitched()
  const build = await switched
  const troubles: string[] = []
  for (const control of fault.controls) {
    const run = runOnce(fault, build, { without: control.defence })
    const trouble = await playControl(fault, control, run).catch(
      (error) => `without «${control.defence}» the rig itself failed: ${sentence(error)}`,
    )
    if (trouble) troubles.push(trouble)
  }
  return troubles
}

const play = async (fault: Fault, diskTrouble: string | null): Promise<Row> => {
  const row: Row = { fault: fault.name, runs: 0, acknowledged: 0, lost: 0, remarks: [], end: 'passed' }
  if (!findChromium()) return { ...row, end: 'skipped', remarks: [chromiumMissing] }
  if (fault.needsDisk && diskTrouble) return { ...row, end: 'skipped', remarks: [diskTrouble] }
  const fail = (remark: string): void => {
    row.end = 'failed'
    row.remarks.push(remark)
  }
  const times = asked.brief ? 1 : fault.runs * (asked.long ? 10 : 1)
  for (let n = 0; n < times; n += 1) {
    row.runs += 1
    try {
      const { acknowledged, lost } = await runOnce(fault, shipped, { no: row.runs })
      row.acknowledged += acknowledged
      row.lost += lost.length
      if (lost.length > 0) fail(`run ${n + 1} lost ${lost.join('; ')}`)
      else if (acknowledged === 0) fail(`run ${n + 1} acknowledged nothing, so it shows nothing`)
    } catch (error) {
      fail(`run ${n + 1}: ${sentence(error)}`)
    }
  }
  if (row.end === 'passed' && isControlled(fault)) {
    const began = performance.now()
    controlled.push(fault.name)
    for (const trouble of await troubleOfControls(fault)) fail(trouble)
    controlMs += performance.now() - began
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

const slow: readonly Fault[] = [
  ...[slowDrip, lostAnswers, frozenLeader],
  ...[twoTabs, midTransaction, sessionMidBatch],
]
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
  const answers = fault.complaint ? `, ${fault.complaint}` : ''
  console.log(`${fault.name}: ${row.end}, ${((performance.now() - began) / 1000).toFixed(1)} s${answers}`)
}
show(rows)
const sum = (pick: (row: Row) => number): number => rows.reduce((total, row) => total + pick(row), 0)
console.log(
  `without a defence ${controlled.join(', ') || 'none'}: ${(controlMs / 60_000).toFixed(1)} min with the build`,
)
const skipped = rows.filter((row) => row.end === 'skipped').length
console.log(
  `faults ${rows.length}, runs ${sum((row) => row.runs)}, acknowledged ${sum((row) => row.acknowledged)}, ` +
    `lost ${sum((row) => row.lost)}, skipped ${skipped}`,
)
process.exit(rows.some((row) => row.end === 'failed') ? 1 : 0)
