// One value for the whole class: what it would touch, what it leaves, and one act. Names are tapped for exceptions.
import { useEffect, useRef } from 'react'
import type { WorkRef } from '../../../domain/cell.ts'
import { Button } from '../../../ui/button.tsx'
import { bulkWords, leftWord } from '../../messages/lesson/bulk.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import { notation, valueText, workTitles } from '../../messages/values.ts'
import { workKey } from '../lesson-cells.ts'
import styles from './bulk.module.css'
import type { Bulk, BulkPlan } from './bulk.ts'

interface BulkPanelProps {
  plan: BulkPlan
  bulk: Bulk
  works: readonly WorkRef[]
  onPlan(plan: BulkPlan): void
  onWrite(): void
  onClose(): void
}

const attendanceChoices = [
  { word: bulkWords.allAbsent, value: { code: 'absent' } },
  { word: bulkWords.allPresent, value: { code: 'present' } },
  { word: bulkWords.allExempt, value: { code: 'exempt' } },
] as const

const Choices = ({ plan, works, onPlan }: Pick<BulkPanelProps, 'plan' | 'works' | 'onPlan'>) => {
  const { except } = plan
  /** A whole class has usually passed; a school without such a mark begins with its first. */
  const mark = notation().marks.find((one) => one === 'зач') ?? notation().marks[0] ?? ''
  const markIn = (work: WorkRef) => plan.kind === 'mark' && plan.work === workKey(work)
  return (
    <div className={styles.choices}>
      {attendanceChoices.map(({ word, value }) => (
        <Button
          key={word}
          pressed={plan.kind === 'attendance' && plan.value.code === value.code}
          onClick={() => onPlan({ kind: 'attendance', value, except })}
        >
          {word}
        </Button>
      ))}
      {works.map((work) => (
        <Button
          key={workKey(work)}
          pressed={markIn(work)}
          onClick={() =>
            onPlan({ kind: 'mark', work: workKey(work), value: { marks: [mark], owed: false }, except })
          }
        >
          {workTitles[work.workType]}
          {work.n > 1 && ` № ${work.n}`}
          {bulkWords.toAll}
        </Button>
      ))}
    </div>
  )
}

const Marks = ({ plan, onPlan }: Pick<BulkPanelProps, 'plan' | 'onPlan'>) =>
  plan.kind === 'mark' && (
    <div className={styles.marks}>
      {notation().marks.map((mark) => (
        <Button
          key={mark}
          pressed={plan.value.marks[0] === mark}
          onClick={() => onPlan({ ...plan, value: { marks: [mark], owed: false } })}
        >
          {mark}
        </Button>
      ))}
    </div>
  )

export const BulkPanel = ({ plan, bulk, works, onPlan, onWrite, onClose }: BulkPanelProps) => {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const writes = bulk.touches.length > 0
  const counts = new Map<string, number>()
  for (const { value } of bulk.touches) counts.set(valueText(value), (counts.get(valueText(value)) ?? 0) + 1)
  return (
    <section className={styles.bulk} aria-label={bulkWords.title}>
      <h2 ref={title} tabIndex={-1}>
        {plan.kind === 'attendance' && plan.value.code === 'absent'
          ? bulkWords.tapWhoCame
          : bulkWords.tapWhoStays}
      </h2>
      <Choices {...{ plan, works, onPlan }} />
      <Marks {...{ plan, onPlan }} />
      <p>
        {writes
          ? bulkWords.willBeWritten([...counts].map(([word, n]) => `${word} ${n}`).join(', '))
          : bulk.leaves.some(({ why }) => why === 'excepted')
            ? bulkWords.allExcepted
            : bulkWords.allRecorded}
      </p>
      {bulk.leaves.length > 0 && (
        <p className={styles.leaves}>
          {bulkWords.stays(
            bulk.leaves.length,
            bulk.leaves.map((one) => `${one.pupil.name} (${leftWord(one)})`).join(', '),
          )}
        </p>
      )}
      <div className={styles.actions}>
        <Button kind="quiet" onClick={onClose}>
          {writes ? bulkWords.leave : bulkWords.close}
        </Button>
        {writes && (
          <Button kind="primary" onClick={onWrite}>
            {keyWords.record(bulk.touches.length)}
          </Button>
        )}
      </div>
    </section>
  )
}
