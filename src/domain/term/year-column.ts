// Marks of the year, of examinations and final ones stand in columns of their school year (п. 2.4, 2.6, 4.4).
import type { School, Term } from '../school.ts'
import type { SchoolDate } from '../time.ts'

export type YearMark = 'year' | 'exam' | 'final'

type Years = Pick<School, 'terms' | 'firstYear'>

/** A school year is named by the calendar year in which it begins; none of its terms begins after June. */
export const schoolYearOf = ({ from }: { from: SchoolDate }): number =>
  Number(from.slice(0, 4)) - (from.slice(5) < '07-01' ? 1 : 0)

/** The school years that terms belong to, in order: one, or two while those of the next one stand beside them. */
export const schoolYears = (terms: readonly Term[]): number[] =>
  [...new Set(terms.map(schoolYearOf))].sort((a, b) => a - b)

/** The school year of the first lists that the hub had; lists of a build that didn't keep it are the first. */
export const firstYearOf = ({ firstYear, terms }: Years): number | undefined =>
  firstYear ?? schoolYears(terms)[0]

/** The column's id: in the first school year the bare kind, as builds that knew no years write it. */
export const yearColumnId = (school: Years, kind: YearMark, year: number): string =>
  year === firstYearOf(school) ? kind : `${kind}-${year}`

/** What such an id says, or null where it is no such one; of a bare one no year is known without lists. */
export const readYearColumn = (
  school: Years | null,
  id: string,
): { kind: YearMark; year: number | undefined } | null => {
  const [, kind, year] = /^(year|exam|final)(?:-(\d{4}))?$/.exec(id) ?? []
  if (kind === undefined) return null
  const first = school === null ? undefined : firstYearOf(school)
  return { kind: kind as YearMark, year: year === undefined ? first : Number(year) }
}
