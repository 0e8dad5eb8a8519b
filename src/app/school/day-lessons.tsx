// The lessons of a day: who teaches instead, what is cancelled, what is moved. A lesson keeps its id wherever it goes.
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { ListEdit } from '../../contract/school-edit-schema.ts'
import { type Lesson, lessonById, lessonsOn } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { dateAt, type SchoolDate } from '../../domain/time.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { schoolFields } from '../messages/screens/school/fields.ts'
import { schoolLessonWords } from '../messages/screens/school/lessons.ts'
import { clockTime, shortDate } from '../messages/time.ts'
import { type ActProps, changeOf, Merge, Move, Substitute, substitutionOf } from './lesson-acts.tsx'
import { classChoices, lessonName, teacherChoices, teacherName } from './lesson-words.ts'
import styles from './school.module.css'
import type { EditLists, SchoolPart } from './use-school-lists.ts'

/** Held that day, and those that the day has lost: they can be brought back. */
const lessonsOfDay = (school: School, date: SchoolDate): Lesson[] => {
  const lost = (school.changes ?? [])
    .filter((one) => one.lesson.endsWith(`@${date}`))
    .flatMap((one) => lessonById(school, one.lesson) ?? [])
  const held = lessonsOn(school, date)
  return [...held, ...lost.filter((one) => !held.some((other) => other.id === one.id))].sort((a, b) =>
    a.begins < b.begins ? -1 : 1,
  )
}

/** What differs from the timetable, in words; null where nothing does. */
const differs = (school: School, lesson: Lesson, date: SchoolDate): string | null => {
  const change = changeOf(school, lesson)
  const words = [
    lesson.insteadOf ? schoolLessonWords.substituted(teacherName(school, lesson.insteadOf)) : '',
    change?.kind === 'cancelled' ? schoolLessonWords.cancelled : '',
    change?.kind === 'merged' ? schoolLessonWords.merged : '',
    change?.kind === 'moved'
      ? lesson.date === date
        ? schoolLessonWords.movedFrom(shortDate(change.lesson.slice(change.lesson.lastIndexOf('@') + 1)))
        : schoolLessonWords.movedTo(shortDate(change.date), change.period)
      : '',
  ].filter(Boolean)
  return words.length === 0 ? null : words.join(', ')
}

const backEdits = (school: School, lesson: Lesson): ListEdit[] => [
  ...(substitutionOf(school, lesson)
    ? [{ list: 'substitutions' as const, remove: { lesson: lesson.id } }]
    : []),
  ...(changeOf(school, lesson) ? [{ list: 'changes' as const, remove: { lesson: lesson.id } }] : []),
]

type Asked = 'substitute' | 'move' | 'merge'

const LessonRow = ({
  school,
  lesson,
  date,
  edit,
  mayEdit,
}: ActProps & { date: SchoolDate; edit: EditLists; mayEdit: boolean }) => {
  const [asked, setAsked] = useState<Asked | null>(null)
  const changed = differs(school, lesson, date)
  const send = (edits: readonly ListEdit[]) => void edit(edits).then((done) => done && setAsked(null))
  const pick = (one: ListEdit) => send([one])
  const ask = (one: Asked) => setAsked(asked === one ? null : one)
  return (
    <li>
      <span>
        <b>
          <Link href={`/board/lesson/${encodeURIComponent(lesson.id)}`} className="target">
            {lesson.period}. {lessonName(school, lesson)}
          </Link>
        </b>
        <small>
          {clockTime(lesson.begins, school.zone)}–{clockTime(lesson.ends, school.zone)},{' '}
          {teacherName(school, lesson.teacher)}
        </small>
        {changed && <small className={styles.changed}>{changed}</small>}
      </span>
      {mayEdit && (
        <span className={styles.row}>
          {changed && (
            <Button onClick={() => send(backEdits(school, lesson))}>{schoolLessonWords.putBack}</Button>
          )}
          {lesson.closed === null && (
            <>
              <Button pressed={asked === 'substitute'} onClick={() => ask('substitute')}>
                {schoolLessonWords.substitute}
              </Button>
              <Button pressed={asked === 'move'} onClick={() => ask('move')}>
                {schoolLessonWords.move}
              </Button>
              {changeOf(school, lesson) === undefined && (
                <>
                  <Button pressed={asked === 'merge'} onClick={() => ask('merge')}>
                    {schoolLessonWords.merge}
                  </Button>
                  <Button
                    onClick={() => pick({ list: 'changes', add: { lesson: lesson.id, kind: 'cancelled' } })}
                  >
                    {schoolLessonWords.cancel}
                  </Button>
                </>
              )}
            </>
          )}
        </span>
      )}
      {asked && (
        <div className={styles.wide}>
          {asked === 'substitute' && <Substitute {...{ school, lesson }} onPick={pick} />}
          {asked === 'move' && <Move {...{ school, lesson }} onPick={pick} />}
          {asked === 'merge' && <Merge {...{ school, lesson }} onPick={pick} />}
        </div>
      )}
    </li>
  )
}

export const DayLessons = ({ answer: { school, serverTime }, edit, mayEdit }: SchoolPart) => {
  const asked = new URLSearchParams(useSearch())
  const [date, setDate] = useState(() => asked.get('date') || dateAt(serverTime, school.zone))
  const teachers = teacherChoices(school)
  const classes = classChoices(school)
  const [whose, setWhose] = useState(asked.get('whose') ?? teachers[0]?.value ?? '')
  const lessons = lessonsOfDay(school, date).filter(
    (one) => one.teacher === whose || one.insteadOf === whose || one.classes.includes(whose),
  )
  return (
    <>
      <div className={styles.form}>
        <TextField
          label={schoolFields.day}
          type="date"
          value={date}
          onChange={(event) => event.currentTarget.value && setDate(event.currentTarget.value)}
        />
        <SelectField
          label={schoolLessonWords.whose}
          value={whose}
          choices={[
            ...teachers,
            ...classes.map((one) => ({ ...one, label: schoolLessonWords.ofClass(one.label) })),
          ]}
          onChoose={setWhose}
        />
      </div>
      {lessons.length === 0 ? (
        <EmptyState title={schoolLessonWords.noneTitle}>{schoolLessonWords.none}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {lessons.map((lesson) => (
            <LessonRow key={lesson.id} {...{ school, lesson, date, edit, mayEdit }} />
          ))}
        </ul>
      )}
    </>
  )
}
