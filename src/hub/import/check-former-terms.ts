// A term's id stands for one term for ever: final marks are kept under it, and those of last year are not this year's.
import type { School } from '../../domain/school.ts'
import type { Fault } from './read-lists.ts'

/** The calendar year in which the school year of the lists begins. */
const beginning = ({ terms }: School): string =>
  terms.reduce((first, { from }) => (from < first ? from : first), '9999').slice(0, 4)

/** Faults where lists of another school year name terms by ids of the former one's. */
export const checkFormerTerms = (school: School, former: School | null): Fault[] => {
  if (former === null || beginning(former) === beginning(school)) return []
  const known = new Set(former.terms.map((one) => one.id))
  return school.terms.flatMap(({ id }, at): Fault[] =>
    known.has(id) ? [{ list: 'terms', row: at + 2, column: 'id', problem: 'ofFormerYear', value: id }] : [],
  )
}
