// «Урок», the list: the class in two columns, facts of the lesson and the panel of the chosen cell beside it.
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { pupilOf } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { catchFocus } from '../../ui/lost-focus.ts'
import { EmptyState } from '../../ui/panel.tsx'
import type { NotWritten } from '../grid/grid-value.ts'
import { notWrittenSentence } from '../messages/grid.ts'
import { notBegunSentence, notBegunTitle } from '../messages/lesson/class.ts'
import { clockTime } from '../messages/time.ts'
import { useNow } from '../runtime/use-runtime.ts'
import { questionsOf } from './ask/ask-first.ts'
import { QuestionDialog } from './ask/question-dialog.tsx'
import { columnOf } from './bulk/bulk.ts'
import { BulkPanel } from './bulk/bulk-panel.tsx'
import { useBulk } from './bulk/use-bulk.ts'
import { AddPupil } from './class/add-pupil.tsx'
import { classRows } from './class/class-rows.ts'
import { useClassPlaces } from './class/use-class-places.ts'
import { HomeworkField } from './facts/homework-field.tsx'
import { TopicField } from './facts/topic-field.tsx'
import { WorksList } from './facts/works-list.tsx'
import styles from './lesson.module.css'
import { type CellViews, worksOf } from './lesson-cells.ts'
import { ChosenCell } from './panel/chosen-cell.tsx'
import { chosenCell } from './panel/chosen-place.ts'
import { Finish } from './panel/finish.tsx'
import { LastActs } from './panel/last-acts.tsx'
import { ReadOnly } from './panel/read-only.tsx'
import { Troubles } from './panel/troubles.tsx'
import { UndoBar } from './panel/undo-bar.tsx'
import type { Selected } from './pupil-row.tsx'
import { Register } from './register.tsx'
import { useActs, useAuthor, useCells } from './use-lesson.ts'
import { type SecondMark, sameCell, tapsOf } from './use-taps.ts'

const useSecondMark = (): SecondMark => {
  const [marks, setMarks] = useState<Pick<SecondMark, 'at' | 'last'>>({ at: null, last: null })
  return { ...marks, join: (at, last) => setMarks({ at, last }) }
}

interface ListPageProps {
  who: SignedIn
  school: School
  lesson: Lesson
  /** The head of the lesson, with room for its topic. */
  headWith(topic: ReactNode): ReactNode
}

const nothing: CellViews = new Map()

/** The cells of the lesson, who stands in it, and the acts on it. */
const useList = ({ who, school, lesson }: ListPageProps) => {
  const author = useAuthor(who, school)
  const read = useCells(lesson, author)
  const views = read ?? nothing
  const now = useNow()
  const isRead = read !== undefined
  const listed = useMemo(
    () => classRows(school, lesson, views, who.person),
    [school, lesson, views, who.person],
  )
  const { pupils, rows, half } = useClassPlaces(school, lesson, who.person, listed, isRead)
  const at = { school, lesson, views, person: who.person, today: dateAt(now, school.zone) }
  const acts = useActs(author, {
    ...{ lesson, pupils },
    questionsOf: (changes) => questionsOf(at, changes),
  })
  return { ...{ author, views, pupils, rows, half, acts, isRead }, now }
}

export const ListPage = (props: ListPageProps) => {
  const { who, school, lesson, headWith } = props
  const { author, views, pupils, rows, half, acts, isRead, now } = useList(props)
  const begun = now >= lesson.begins
  const [, go] = useLocation()
  const [selected, select] = useState<Selected | null>(null)
  const second = useSecondMark()
  const bulk = useBulk({ lesson, views, pupils, acts })
  const planning = bulk.plan !== null
  useEffect(() => {
    // An act on the whole class gives the keyboard back to the list.
    if (planning) return () => catchFocus(chosenCell())
  }, [planning])
  if (!isRead) return null
  const move = (at: Selected): void => {
    select(at)
    if (!sameCell(second.at, at)) second.join(null, null)
  }
  const turn = (way: 'undo' | 'redo') => (): Promise<void> => {
    // The mark just given may be what is taken back: nothing joins it.
    second.join(null, null)
    return acts[way]()
  }
  const works = worksOf(views)
  const pupil = selected?.pupil ?? pupils[0]?.id ?? ''
  const may = (cell: Parameters<typeof mayWrite>[2]): boolean => mayWrite(school, who.person, cell).ok
  const teaches = may({ kind: 'topic', lesson: lesson.id })
  const mayGiveReason = may({ kind: 'absenceReason', lesson: lesson.id, pupil })
  const openConflict = (key: string): void => go(`/conflicts/${encodeURIComponent(key)}`)
  const refuse = (not: NotWritten): void =>
    acts.refuse(notWrittenSentence(not, clockTime(lesson.begins, school.zone)))
  const ports = { may, refuse, openConflict }
  const taps = tapsOf({ lesson, views, pupils, acts, selected, select, move, begun, second, ...ports })
  // A lesson that was moved on shows what it holds already.
  const holdsPupils = [...views.values()].some(({ cell, value }) => value !== null && pupilOf(cell) !== null)
  return (
    <div className={styles.page}>
      {headWith(teaches && <TopicField {...{ school, lesson, views, acts }} />)}
      <Troubles {...acts} />
      <div className={styles.facts}>
        {teaches && (
          <>
            <HomeworkField {...{ school, lesson, views, acts }} />
            <WorksList {...{ lesson, views, acts }} />
          </>
        )}
        <LastActs {...{ lesson, pupils, author }} zone={school.zone} />
      </div>
      <div className={styles.register}>
        {!begun && (
          <div className={holdsPupils ? '' : styles.waits}>
            <EmptyState title={notBegunTitle(lesson, school.zone, now)}>{notBegunSentence}</EmptyState>
          </div>
        )}
        {(begun || holdsPupils) && (
          <Register
            {...{ lesson, views, pupils, rows, half, works }}
            selected={bulk.plan ? null : selected}
            onPick={bulk.plan ? (at) => bulk.toggle(at.pupil) : taps.pick}
            preview={bulk.plan && { column: columnOf(bulk.plan), of: bulk.preview }}
            onMove={move}
            onKey={(at, key) => !bulk.plan && taps.key(at, key)}
          />
        )}
        {begun && teaches && <AddPupil {...{ lesson, views, pupils, acts }} />}
      </div>
      {begun && !teaches && (
        <div className={styles.panel}>
          <ReadOnly {...{ school, lesson }} />
        </div>
      )}
      {teaches && (
        <div className={styles.panel}>
          {bulk.plan && bulk.bulk ? (
            <BulkPanel
              {...{ plan: bulk.plan, bulk: bulk.bulk, works }}
              onPlan={bulk.change}
              onWrite={() => void bulk.write()}
              onClose={bulk.close}
            />
          ) : (
            <>
              {begun && (
                <ChosenCell
                  {...{ lesson, views, pupils, taps, acts, mayGiveReason }}
                  at={selected}
                  second={second.at !== null}
                />
              )}
              <UndoBar {...{ lesson, author }} acts={{ ...acts, undo: turn('undo'), redo: turn('redo') }} />
              {begun && <Finish {...{ school, lesson, views, pupils, acts }} onWholeClass={bulk.open} />}
            </>
          )}
        </div>
      )}
      <QuestionDialog asked={acts.asked} pupils={pupils} />
    </div>
  )
}
