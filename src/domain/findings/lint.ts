// One obligation against what was recorded, and when.
import { type CellKey, cellKey } from '../cell.ts'
import { minutesLate } from '../deadline/deadline.ts'
import { correctedAt, type Judged, judgeTime } from '../deadline/recorded-time.ts'
import type { School } from '../school.ts'
import type { Instant } from '../time.ts'
import { explainedBy } from './explained.ts'
import type { Finding, LintFacts, Recorded } from './finding.ts'
import type { KnownCells, Obligation } from './obligation.ts'

export type RecordedCells = ReadonlyMap<CellKey, readonly Recorded[]>

/** The entries of each cell in the order of their recording. */
export const inOrder = (recorded: readonly Recorded[]): RecordedCells => {
  const cells = new Map<CellKey, Recorded[]>()
  for (const one of recorded) {
    const key = cellKey(one.cell)
    cells.set(key, [...(cells.get(key) ?? []), one])
  }
  for (const own of cells.values()) own.sort((a, b) => (correctedAt(a) < correctedAt(b) ? -1 : 1))
  return cells
}

/** What stands in each cell after all of its entries. */
export const valuesOf = (cells: RecordedCells): KnownCells =>
  new Map([...cells].flatMap(([key, own]) => own.slice(-1).map((last) => [key, last] as const)))

const worst = (judged: readonly Judged[]): Judged =>
  judged.reduce<Judged>(
    (most, one) => {
      if (one.kind === 'late') return most.kind === 'late' && most.minutes >= one.minutes ? most : one
      return one.kind === 'unproven' && most.kind === 'inTime' ? one : most
    },
    { kind: 'inTime' },
  )

const findingOf = (
  one: Obligation,
  problem: Finding['problem'],
  cells: number,
  outage: number | null,
): Finding => ({
  clause: one.clause,
  what: one.what,
  problem,
  lesson: one.lesson?.id ?? null,
  work: one.work,
  person: one.person,
  cells,
  outage,
})

/** One obligation against what was recorded: the first value of a cell answers for its time, the last for its content. */
export const lintObligation = (
  school: School,
  one: Obligation,
  cells: RecordedCells,
  { outages, now }: LintFacts,
): Finding[] => {
  const { deadline } = one
  if (now < one.opensAt) return []
  const own = one.cells.map((cell) => cells.get(cellKey(cell)) ?? [])
  const blank = own.filter((entries) => (entries.at(-1)?.value ?? null) === null).length
  const firsts = own.flatMap((entries) => entries.find((entry) => entry.value !== null) ?? [])
  if (deadline === null) {
    const ends = one.lesson?.ends ?? one.opensAt
    return blank > 0 && now > ends ? [findingOf(one, { kind: 'missing', minutes: 0 }, blank, null)] : []
  }
  const reason = (at: Instant) => explainedBy(school, outages, deadline, one, at)
  const found: Finding[] = []
  if (blank > 0 && now > deadline.redAt) {
    found.push(findingOf(one, { kind: 'missing', minutes: minutesLate(deadline, now) }, blank, reason(now)))
  }
  const judged = firsts.map((first) => judgeTime(first, deadline))
  const verdict = worst(judged)
  if (verdict.kind !== 'inTime') {
    const count = judged.filter((each) => each.kind === verdict.kind).length
    const last = firsts.map(correctedAt).reduce((a, b) => (a > b ? a : b))
    found.push(findingOf(one, verdict, count, reason(last)))
  }
  const early = one.what === 'termMarks' ? firsts.filter((first) => correctedAt(first) < one.opensAt) : []
  if (early.length > 0) found.push(findingOf(one, { kind: 'early' }, early.length, null))
  return found
}
