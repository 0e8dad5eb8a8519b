// The class-wide act on its way: which value, whom not, what it would do; it is written as one act.
import { useState } from 'react'
import type { Lesson } from '../../../domain/lesson.ts'
import { entries } from '../../messages/counts.ts'
import { bulkWords } from '../../messages/lesson/bulk.ts'
import { valueText } from '../../messages/values.ts'
import type { CellViews } from '../lesson-cells.ts'
import type { ListedPupil } from '../pupil-names.ts'
import type { Acts } from '../use-lesson.ts'
import { type BulkPlan, bulkOf } from './bulk.ts'

const allAbsent: BulkPlan = { kind: 'attendance', value: { code: 'absent' }, except: new Set() }

interface BulkPlace {
  lesson: Lesson
  views: CellViews | undefined
  pupils: readonly ListedPupil[]
  acts: Acts
}

export const useBulk = ({ lesson, views, pupils, acts }: BulkPlace) => {
  const [plan, setPlan] = useState<BulkPlan | null>(null)
  const bulk = plan && bulkOf(views ?? new Map(), lesson, pupils, plan)
  const write = async (): Promise<void> => {
    if (!plan) return
    const written = await acts.actOnFresh(lesson, (fresh) => {
      const { changes, touches } = bulkOf(fresh, lesson, pupils, plan)
      return { changes, said: bulkWords.said(valueText(plan.value), entries(touches.length)) }
    })
    if (written) setPlan(null)
  }
  return {
    ...{ plan, bulk, write },
    open: () => setPlan(allAbsent),
    change: (next: BulkPlan) => setPlan(next),
    close: () => setPlan(null),
    /** A tap on a name: in or out of the exceptions. */
    toggle: (pupil: string): void => {
      if (!plan) return
      const except = new Set(plan.except)
      if (!except.delete(pupil)) except.add(pupil)
      setPlan({ ...plan, except })
    },
    /** What would be written for a pupil, in the column of the plan. */
    preview: (pupil: string): string | null => {
      const touched = bulk?.touches.find((one) => one.pupil.id === pupil)
      return touched ? valueText(touched.value) : null
    },
  }
}

export type WholeClass = ReturnType<typeof useBulk>
