// «Урок»: its head, the switch between its views, and the view that is chosen.
import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { type Lesson, lessonById } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import type { SignedIn } from '../../store/device.ts'
import { EmptyState } from '../../ui/panel.tsx'
import { CardsPage } from '../cards/cards-page.tsx'
import { GridPage } from '../grid/grid-page.tsx'
import { keepView, type LessonView, readView, ViewSwitch } from '../grid/view-switch.tsx'
import { lessonWords } from '../messages/lesson/panel.ts'
import { shellTroubleWords } from '../messages/screens/shell/trouble.ts'
import { clockTime, longDate } from '../messages/time.ts'
import { useMemoryState } from '../runtime/memory-state.ts'
import { useSchool } from '../runtime/use-runtime.ts'
import { subjectName, targetName } from '../today/lesson-row.tsx'
import { LessonNotice, noticeOf } from './class/lesson-notice.tsx'
import styles from './lesson.module.css'
import { ListPage } from './list-page.tsx'
import { Over } from './panel/troubles.tsx'

interface LessonHeadProps {
  school: School
  lesson: Lesson
  children: ReactNode
}

const LessonHead = ({ school, lesson, children }: LessonHeadProps) => (
  <header className={styles.head}>
    <Link href={`/today/${lesson.date}`} className={styles.back} aria-label={lessonWords.toDay}>
      <ChevronLeft aria-hidden="true" />
    </Link>
    <div className={styles.title}>
      <h1>
        <b>{targetName(school, lesson)}</b> {subjectName(school, lesson)}
      </h1>
      <small>
        {lessonWords.about(
          lesson.period,
          clockTime(lesson.begins, school.zone),
          clockTime(lesson.ends, school.zone),
          longDate(lesson.date),
        )}
        <LessonNotice {...{ school, lesson }} />
      </small>
    </div>
    {children}
  </header>
)

export const LessonPage = ({ who, lessonId }: { who: SignedIn; lessonId: string }) => {
  const school = useSchool()
  const [view, setView] = useState(readView)
  const [read, setRead] = useState<string | null>(null)
  const closed = useMemoryState((state) => state.closed)
  const [told, setTold] = useState(false)
  const lesson = useMemo(() => (school ? lessonById(school, lessonId) : null), [school, lessonId])
  if (school === undefined) return null
  if (!school || !lesson) {
    return (
      <EmptyState page title={lessonWords.unknownTitle}>
        {lessonWords.unknown}
      </EmptyState>
    )
  }
  const choose = (next: LessonView): void => {
    // Another view would read the lesson anew, and here nothing can be read any more.
    if (closed) return setTold(true)
    keepView(next)
    setView(next)
  }
  const sentence = noticeOf(school, lesson)?.sentence ?? null
  const headWith = (topic: ReactNode): ReactNode => (
    <>
      <LessonHead {...{ school, lesson }}>
        {topic}
        <ViewSwitch view={view} onChoose={choose} />
      </LessonHead>
      {told && (
        <Over tone="bad" onUnderstood={() => setTold(false)}>
          <p role="alert">{shellTroubleWords.newerTab}</p>
        </Over>
      )}
      {sentence !== read && (
        <Over tone="warn" onUnderstood={() => setRead(sentence)}>
          {sentence}
        </Over>
      )}
    </>
  )
  if (view === 'grid') return <GridPage {...{ who, school, lesson }} head={headWith(null)} />
  if (view === 'cards') return <CardsPage {...{ who, school, lesson }} head={headWith(null)} />
  return <ListPage {...{ who, school, lesson, headWith }} />
}
