// «Урок», the list: the class in two columns, facts of the lesson and the panel of the chosen cell beside it.

import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { cellKey } from '../../domain/cell.ts'
import { type Lesson, lessonById } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import type { AbsenceReason, MarkValue } from '../../domain/value.ts'
import type { SignedIn } from '../../store/device.ts'
import { EmptyState, Panel } from '../../ui/panel.tsx'
import { GridPage } from '../grid/grid-page.tsx'
import { keepView, type LessonView, readView, ViewSwitch } from '../grid/view-switch.tsx'
import { clockTime, longDate } from '../messages/time.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'
import { subjectName, targetName } from '../today/lesson-row.tsx'
import { HomeworkField } from './facts/homework-field.tsx'
import { TopicField } from './facts/topic-field.tsx'
import { WorksList } from './facts/works-list.tsx'
import styles from './lesson.module.css'
import { attendanceOf, type CellViews, valueIn, workKey, worksOf } from './lesson-cells.ts'
import { AttendancePad, MarkPad } from './panel/cell-pad.tsx'
import { Finish } from './panel/finish.tsx'
import { LastActs } from './panel/last-acts.tsx'
import { listPupils } from './pupil-names.ts'
import type { Selected } from './pupil-row.tsx'
import { Register } from './register.tsx'
import { type Acts, useActs, useAuthor, useCells } from './use-lesson.ts'
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

const useUndoKey = (acts: Acts): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (typing || !(event.ctrlKey || event.metaKey) || event.code !== 'KeyZ' || event.shiftKey) return
      event.preventDefault()
      void acts.undo()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}

const ChosenCell = ({ lesson, views, at, pupils, taps, mayGiveReason }: ChosenCellProps) => {
  const pupil = pupils.find((one) => one.id === at.pupil)
  const work = worksOf(views).find((one) => workKey(one) === at.column)
  if (!pupil) return null
  const markCell = work && ({ kind: 'mark', lesson: lesson.id, pupil: pupil.id, ...work } as const)
  return markCell ? (
    <MarkPad
      pupil={pupil}
      work={work}
      value={valueIn(views, markCell) as MarkValue | null}
      onMark={(value) => taps.mark(at, value)}
    />
  ) : (
    <AttendancePad
      key={pupil.id}
      pupil={pupil}
      value={attendanceOf(views, lesson, pupil.id)}
      reason={
        (views.get(cellKey({ kind: 'absenceReason', lesson: lesson.id, pupil: pupil.id }))?.value ??
          null) as AbsenceReason | null
      }
      mayGiveReason={mayGiveReason}
      onAttendance={(value) => taps.attendance(pupil.id, value)}
      onReason={(reason) => taps.reason(pupil.id, reason)}
    />
  )
}

interface ChosenCellProps {
  lesson: Lesson
  views: CellViews
  at: Selected
  pupils: ReturnType<typeof listPupils>
  taps: ReturnType<typeof tapsOf>
  mayGiveReason: boolean
}

interface LoadedProps {
  who: SignedIn
  school: School
  lesson: Lesson
  head: ReactNode
}

const ListPage = ({ who, school, lesson, head }: LoadedProps) => {
  const author = useAuthor(who, school)
  const acts = useActs(author)
  const views = useCells(lesson, author)
  const now = useNow()
  const [, go] = useLocation()
  const [selected, select] = useState<Selected | null>(null)
  useUndoKey(acts)
  if (!views) return null
  const pupils = listPupils(school, lesson)
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
  const taps = tapsOf({ lesson, views, pupils, acts, selected, select, openConflict, begun })
  return (
    <div className={styles.page}>
      {head}
      {acts.trouble && (
        <div className={styles.trouble}>
          <Panel tone="bad">{acts.trouble}</Panel>
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
            onPick={taps.pick}
            onFocusCell={select}
            onKey={taps.key}
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
          {selected && <ChosenCell {...{ lesson, views, pupils, taps, mayGiveReason }} at={selected} />}
          <Finish {...{ school, lesson, views, pupils, author, acts }} />
        </div>
      )}
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
