// The steps before a lesson's page is written: what people wrote there is met, what is about to be written is noted.
import type { PersonId } from '../../domain/school.ts'
import type { AisPage, AisSlot } from '../../domain/transfer/ais-page.ts'
import { planSlot } from '../../domain/transfer/transfer-plan.ts'
import type { CurrentSchool } from '../database/current-school.ts'
import { meetAis } from './ais-entry.ts'
import { baseCell, slotWork } from './slot-work.ts'
import { inStep, type StepPorts } from './step.ts'
import { verifySlot } from './verify.ts'

/** Lets what people wrote in АИС meet our cells. Returns how many slots disagree with what we know. */
export const reportForeign = (
  ports: StepPorts,
  current: CurrentSchool,
  person: PersonId,
  page: AisPage,
): Promise<number> =>
  inStep(ports, current, async (step) => {
    const { trx, book, school } = step
    let found = 0
    for (const work of await slotWork(trx, book, person, page.lesson)) {
      const { kind, present } = planSlot(page, work)
      if (kind !== 'conflict') continue
      found += 1
      await meetAis(trx, book, school, work, present, step)
      book.setAisBase(baseCell(work), present)
    }
    return found
  })

export interface Intended {
  writes: Record<AisSlot, string>
  /** Cells whose values АИС held before we came. */
  alreadyThere: number
}

/** Marks as arrived what stands there already, and writes down what is about to be written, before АИС is touched. */
export const intend = (
  ports: StepPorts,
  current: CurrentSchool,
  person: PersonId,
  page: AisPage,
): Promise<Intended> =>
  inStep(ports, current, async ({ trx, book, now }) => {
    const writes: Record<AisSlot, string> = {}
    let alreadyThere = 0
    for (const work of await slotWork(trx, book, person, page.lesson)) {
      const step = planSlot(page, work)
      if (step.kind === 'alreadyThere') {
        alreadyThere += work.entries.length
        verifySlot(book, work, step.present)
      }
      if (step.kind !== 'write') continue
      writes[work.slot] = work.target
      for (const id of work.entries) book.setState(id, 'carrying')
      await trx
        .insertInto('intent')
        .values({
          id: ports.newId(),
          person,
          lesson: page.lesson,
          slot: work.slot,
          base: work.base,
          target: work.target,
          entries: JSON.stringify({ entries: work.entries, cells: work.cells }),
          written_at: now,
          outcome: null,
        })
        .execute()
    }
    return { writes, alreadyThere }
  })
