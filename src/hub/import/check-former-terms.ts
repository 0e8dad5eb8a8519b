// The id of a term stands for one term: final marks are kept under it, and those of last year are not this year's.
import type { School } from '../../domain/school.ts'
import { plusDays, type SchoolDate } from '../../domain/time.ts'
import type { Fault } from './read-lists.ts'

/** Corrected days stay nearer to the former ones than this, those of another school year don't. */
const farDays = 180

const isFar = (a: SchoolDate, b: SchoolDate): boolean => plusDays(a, farDays) < b || plusDays(b, farDays) < a

/** Faults where a term has the id of one that began in another school year. */
export const checkFormerTerms = (school: School, former: School | null): Fault[] => {
  const began = new Map(former?.terms.map((one) => [one.id, one.from]))
  return school.terms.flatMap(({ id, from }, at): Fault[] => {
    const before = began.get(id)
    return before !== undefined && isFar(before, from)
      ? [{ list: 'terms', row: at + 2, column: 'id', problem: 'ofFormerYear', value: id }]
      : []
  })
}
