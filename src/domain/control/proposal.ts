// Which value of a conflict the clauses speak for: a proposal for a person, never a choice.
import type { Cell } from '../cell.ts'
import type { ReportedCandidate } from '../cell-report.ts'
import { mayWrite } from '../role.ts'
import type { School } from '../school.ts'

export type ProposalClause = '2.4' | '2.9' | '4.4'

export interface Proposal {
  /** Its place among the candidates. */
  candidate: number
  clause: ProposalClause
}

/**
 * п. 2.4: what the subject teacher recorded of the own lesson or subject; п. 2.9: the class teacher's reason of an
 * absence; п. 4.4: the class teacher's correction where nobody else stands. Null where two values have an equal claim.
 * A value found in АИС has none: its pages name the author of a page, not of a cell.
 */
export const proposalFor = (
  school: School,
  cell: Cell,
  candidates: readonly ReportedCandidate[],
): Proposal | null => {
  const wanted = cell.kind === 'absenceReason' ? 'classTeacher' : 'subjectTeacher'
  const holds = (role: string): number[] =>
    candidates.flatMap((one, at) => {
      const own = one.entries.some((entry) => {
        const permission = mayWrite(school, entry.author, cell)
        return permission.ok && permission.role === role
      })
      return own ? [at] : []
    })
  const [first, ...others] = holds(wanted)
  if (first !== undefined) {
    if (others.length > 0) return null
    return { candidate: first, clause: wanted === 'classTeacher' ? '2.9' : '2.4' }
  }
  const [led, ...more] = holds('classTeacher')
  return led === undefined || more.length > 0 ? null : { candidate: led, clause: '4.4' }
}
