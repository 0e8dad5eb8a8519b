// Lints lessons while the register is read on: a deadline may lie days after its lesson, and an outage of then explains it.
import type { LintedLesson } from '../../domain/findings/lint-lesson.ts'
import type { PeriodRegister } from './period/period-register.ts'

/** `lint` goes by what the register holds; where the deadlines reach into outages that it had not read, it is asked again. */
export const lintKnowing = async <L extends Pick<LintedLesson, 'duties'>>(
  register: PeriodRegister,
  lint: () => L[],
): Promise<L[]> => {
  const first = lint()
  const deadlines = first.flatMap((one) => one.duties.flatMap(({ duty }) => duty.deadline?.redAt ?? []))
  const last = deadlines.reduce((latest, at) => (at > latest ? at : latest), '')
  return (await register.upTo(last)) ? lint() : first
}
