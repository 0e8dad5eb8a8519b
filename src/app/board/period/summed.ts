// The rows of a period summed by clause, by teacher and by class: the worst first.
import type { PeriodAnswer, PeriodRow } from '../../../contract/period-schema.ts'
import { dueOf, noTally, sumOf, type Tally } from '../../../domain/control/tally.ts'
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

/** Of all clauses at once duties are summed and entries are not: п. 3.2 counts those, and they would hide the rest. */
const alike = (rows: readonly PeriodRow[], clause: string): readonly PeriodRow[] =>
  clause === '' ? rows.filter((row) => row.clause !== '3.2') : rows

const peopleOf = (row: PeriodRow): readonly string[] => [row.person]
const classesOf = (row: PeriodRow): readonly string[] => row.classes

/** `rows` are those of the clause that is chosen, '' where none is. */
export const byTeacher = (rows: readonly PeriodRow[], clause: string, { people }: PeriodAnswer): Summed[] =>
  summedBy(alike(rows, clause), peopleOf, (key) => people[key] ?? key)
    .filter(isSaid)
    .sort(worstFirst)

export const byClass = (rows: readonly PeriodRow[], clause: string, { classes }: PeriodAnswer): Summed[] =>
  summedBy(alike(rows, clause), classesOf, (key) => classes[key] ?? key)
    .filter(isSaid)
    .sort(worstFirst)

/** Who was late with something or lacks it, the worst first, п. 3.2 last to count; and how many others there are. */
export const failingPeople = (rows: readonly PeriodRow[], { people }: PeriodAnswer) => {
  const all = summedBy(rows, peopleOf, (key) => people[key] ?? key).filter(isSaid)
  const duties = new Map(summedBy(alike(rows, ''), peopleOf, String).map((one) => [one.key, one]))
  const weight = ({ key }: Summed): number => failing(duties.get(key)?.tally ?? noTally)
  const bad = all.filter(({ tally }) => tally.late + tally.missing > 0)
  const failed = bad.sort((a, b) => weight(b) - weight(a) || worstFirst(a, b))
  return { failed, others: all.length - failed.length }
}

/** Each teacher or class with a row a clause, in the order of names: for a file, where nothing is summed over clauses. */
export const byNameAndClause = (
  rows: readonly PeriodRow[],
  whose: 'teacher' | 'class',
  { people, classes }: PeriodAnswer,
): { name: string; clauses: Summed[] }[] => {
  const [keysOf, names] = whose === 'teacher' ? [peopleOf, people] : [classesOf, classes]
  return [...new Set(rows.flatMap(keysOf))]
    .map((key) => ({
      name: names[key] ?? key,
      clauses: byClause(rows.filter((row) => keysOf(row).includes(key))),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
}
