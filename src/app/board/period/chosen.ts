// What of a period is looked at: the dates and whom, kept in the address, so that the way back from a lesson finds it again.
import { useSearchParams } from 'wouter'
import type { PeriodAnswer, PeriodLine, PeriodRow } from '../../../contract/period-schema.ts'
import { type Period, weekOf } from '../../../domain/control/period.ts'
import type { SchoolDate } from '../../../domain/time.ts'

export interface Chosen extends Period {
  /** '' is all of them. */
  clause: string
  person: string
  schoolClass: string
}

/** The week of `today` until something is chosen. */
export const useChosen = (today: SchoolDate) => {
  const [search, setSearch] = useSearchParams()
  const week = weekOf(today)
  const of = (name: string, else_ = ''): string => search.get(name) ?? else_
  const chosen: Chosen = {
    ...{ from: of('from', week.from), to: of('to', week.to) },
    ...{ clause: of('clause'), person: of('person'), schoolClass: of('class') },
  }
  const address = (change: Partial<Chosen>): URLSearchParams => {
    const { from, to, clause, person, schoolClass } = { ...chosen, ...change }
    const all = { from, to, clause, person, class: schoolClass }
    return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''))
  }
  return {
    chosen,
    choose: (change: Partial<Chosen>): void => setSearch(address(change), { replace: true }),
    /** The way to the same screen about somebody. */
    hrefOf: (change: Partial<Chosen>): string => `/board/period?${address(change)}`,
  }
}

type Whose = Pick<PeriodRow, 'clause' | 'person' | 'classes'>

const fits = ({ clause, person, schoolClass }: Chosen, one: Whose): boolean =>
  (clause === '' || clause === one.clause) &&
  (person === '' || person === one.person) &&
  (schoolClass === '' || one.classes.includes(schoolClass))

export const rowsOf = ({ rows }: PeriodAnswer, chosen: Chosen): PeriodRow[] =>
  rows.filter((one) => fits(chosen, one))

export const linesOf = ({ lines }: PeriodAnswer, chosen: Chosen): PeriodLine[] =>
  lines.filter((one) => fits(chosen, one))
