// «Урок», the list: the class in two columns, facts of the lesson and the panel of the chosen cell beside it.

import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type Lesson, lessonById } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { dateAt } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Panel } from '../../ui/panel.tsx'
import { GridPage } from '../grid/grid-page.tsx'
import { keepView, type LessonView, readView, ViewSwitch } from '../grid/view-switch.tsx'
import { clockTime, longDate } from '../messages/time.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'
import { subjectName, targetName } from '../today/lesson-row.tsx'
import { questionsOf } from './ask/ask-first.ts'
import { QuestionDialog } from './ask/question-dialog.tsx'
import { columnOf } from './bulk/bulk.ts'
import { BulkPanel } from './bulk/bulk-panel.tsx'
import { useBulk } from './bulk/use-bulk.ts'
import { HomeworkField } from './facts/homework-field.tsx'
import { TopicField } from './facts/topic-field.tsx'
import { WorksList } from './facts/works-list.tsx'
import styles from './lesson.module.css'
import { worksOf } from './lesson-cells.ts'
import { ChosenCell } from './panel/chosen-cell.tsx'
import { Finish } from './panel/finish.tsx'
import { LastActs } from './panel/last-acts.tsx'
import { UndoBar } from './panel/undo-bar.tsx'
import { listPupils } from './pupil-names.ts'
import type { Selected } from './pupil-row.tsx'
import { Register } from './register.tsx'
import { useActs, useAuthor, useCells } from './use-lesson.ts'
import { tapsOf } from './use-taps.ts'

interface LessonHeadProps {
  school: School
  lesson: Lesson
  children: ReactNode
}

const LessonHead = ({ school, lesson, children }: LessonHeadProps) => (
  <header className={styles.head}>
    <Link href={`/today/${lesson.date}`} className={styles.back} aria-label="К урокам дня">
      <ChevronLeft aria-hidden="true" />
    </Link>
    <div>
      <h1>
        <b>{targetName(school, lesson)}</b> {subjectName(school, lesson)}
      </h1>
      <small>
        {lesson.period}-й урок · {clockTime(lesson.begins, school.zone)}–{clockTime(lesson.ends, school.zone)}{' '}
        · {longDate(lesson.date)}
      </small>
    </div>
    {children}
  </header>
)

/** The next mark joins the first where «+» was pressed; `last` is the cell written last. */
const useSecondMark = () => {
  const [marks, setMarks] = useState<{ at: Selected | null; last: Selected | null }>({ at: null, last: null })
  return { ...marks, join: (at: Selected | null, last: Selected | null) => setMarks({ at, last }) }
}

interface LoadedProps {
  who: SignedIn
  school: School
  lesson: Lesson
  head: ReactNode
}

const ListPage = ({ who, school, lesson, head }: LoadedProps) => {
  const author = useAuthor(who, school)
  const views = useCells(lesson, author)
  const now = useNow()
  const pupils = listPupils(school, lesson)
  const today = dateAt(now, school.zone)
  const acts = useActs(author, {
    ...{ lesson, pupils },
    questionsOf: (changes) =>
      questionsOf({ school, lesson, today, views: views ?? new Map(), person: who.person }, changes),
  })
  const [, go] = useLocation()
  const [selected, choose] = useState<Selected | null>(null)
  const second = useSecondMark()
  const bulk = useBulk({ lesson, views, pupils, acts })
  if (!views) return null
  const select = (at: Selected): void => {
    choose(at)
    if (second.at && (second.at.pupil !== at.pupil || second.at.column !== at.column)) {
      second.join(null, second.last)
    }
  }
  const [first] = pupils
  const teaches = mayWrite(school, who.person, { kind: 'topic', lesson: lesson.id }).ok
  const mayGiveReason =
    first !== undefined &&
    mayWrite(school, who.person, {
      kind: 'absenceReason',
      lesson: lesson.id,
      pupil: selected?.pupil ?? first.id,
    }).ok
  const begun = now >= lesson.begins
  const openConflict = (key: string): void => go(`/conflicts/${encodeURIComponent(key)}`)
  const taps = tapsOf({ lesson, views, pupils, acts, selected, select, openConflict, begun, second })
  return (
    <div className={styles.page}>
      {head}
      {acts.trouble && (
        <div className={styles.trouble}>
          <Panel tone="bad" actions={<Button onClick={acts.understood}>Понятно</Button>}>
            {acts.trouble}
          </Panel>
        </div>
      )}
      <div className={styles.facts}>
        {teaches && (
          <>
            <TopicField {...{ school, lesson, views, acts }} />
            <HomeworkField {...{ school, lesson, views, acts }} />
            <WorksList {...{ lesson, views, acts }} />
          </>
        )}
        <LastActs {...{ lesson, pupils, author }} zone={school.zone} />
      </div>
      <div className={styles.register}>
        {begun ? (
          <Register
            {...{ lesson, views, pupils, selected }}
            works={worksOf(views)}
            onPick={bulk.plan ? (at) => bulk.toggle(at.pupil) : taps.pick}
            preview={bulk.plan && { column: columnOf(bulk.plan), of: bulk.preview }}
            onFocusCell={select}
            onKey={(at, key) => (bulk.plan ? undefined : taps.key(at, key))}
            onOtherDigit={taps.outsideScale}
          />
        ) : (
          <EmptyState title={`Урок начнётся в ${clockTime(lesson.begins, school.zone)}`}>
            Тему и задание можно записать уже сейчас. Посещаемость и отметки откроются с началом урока (п.
            2.5).
          </EmptyState>
        )}
      </div>
      {begun && (
        <div className={styles.panel}>
          {bulk.plan && bulk.bulk ? (
            <BulkPanel
              {...{ plan: bulk.plan, bulk: bulk.bulk, works: worksOf(views) }}
              onPlan={bulk.change}
              onWrite={() => void bulk.write()}
              onClose={bulk.close}
            />
          ) : (
            <>
              <ChosenCell
                {...{ lesson, views, pupils, taps, acts, mayGiveReason }}
                at={selected}
                second={second.at !== null}
              />
              <UndoBar {...{ lesson, author, acts }} onWholeClass={bulk.open} />
              <Finish {...{ school, lesson, views, pupils, acts }} />
            </>
          )}
        </div>
      )}
      <QuestionDialog asked={acts.asked} pupils={pupils} />
    </div>
  )
}

export const LessonPage = ({ who, lessonId }: { who: SignedIn; lessonId: string }) => {
  const school = useSchool()
  const [view, setView] = useState(readView)
  const lesson = useMemo(() => (school ? lessonById(school, lessonId) : null), [school, lessonId])
  if (school === undefined) return null
  if (!school || !lesson) {
    return (
      <EmptyState page title="Такого урока в вашем расписании нет">
        Возможно, списки школы изменились. Записи, сделанные раньше, целы. Вернитесь к «Сегодня».
      </EmptyState>
    )
  }
  const choose = (next: LessonView): void => {
    keepView(next)
    setView(next)
  }
  const head = (
    <LessonHead {...{ school, lesson }}>
      <ViewSwitch view={view} onChoose={choose} />
    </LessonHead>
  )
  if (view === 'grid') return <GridPage {...{ who, school, lesson, head }} />
  return <ListPage {...{ who, school, lesson, head }} />
}
