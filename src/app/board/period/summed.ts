// The rows of a period summed by clause, by teacher and by class: the worst first.
import type { PeriodAnswer, PeriodRow } from '../../../contract/period-schema.ts'
import { dueOf, sumOf, type Tally } from '../../../domain/control/tally.ts'
import { clauses } from '../../../domain/deadline/deadline.ts'

export interface Summed {
  key: string
  name: string
  tally: Tally
}

const failing = ({ late, missing, unproven }: Tally): number => late + missing + unproven

const worstFirst = (a: Summed, b: Summed): number =>
  failing(b.tally) - failing(a.tally) || (a.name < b.name ? -1 : 1)

const summedBy = (
  rows: readonly PeriodRow[],
  keysOf: (row: PeriodRow) => readonly string[],
  nameOf: (key: string) => string,
): Summed[] => {
  const groups = new Map<string, PeriodRow[]>()
  for (const row of rows) {
    for (const key of keysOf(row)) groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, own]) => ({ key, name: nameOf(key), tally: sumOf(own) }))
}

const isSaid = ({ tally }: Summed): boolean => dueOf(tally) + tally.other > 0

/** In the order of the regulation; one that nothing was asked by is left out. */
export const byClause = (rows: readonly PeriodRow[]): Summed[] =>
  clauses
    .map((clause) => ({
      ...{ key: clause, name: clause },
      tally: sumOf(rows.filter((row) => row.clause === clause)),
    }))
    .filter(isSaid)

export const byTeacher = (rows: readonly PeriodRow[], { people }: PeriodAnswer): Summed[] =>
  summedBy(
    rows,
    (row) => [row.person],
    (key) => people[key] ?? key,
  )
    .filter(isSaid)
    .sort(worstFirst)

export const byClass = (rows: readonly PeriodRow[], { classes }: PeriodAnswer): Summed[] =>
  summedBy(
    rows,
    (row) => row.classes,
    (key) => classes[key] ?? key,
  )
    .filter(isSaid)
    .sort(worstFirst)
