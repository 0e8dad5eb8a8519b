// «Без места»: entries recorded by name that the lists can't place. A person says which lesson and whom they mean.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BindAct, UnboundLesson } from '../../../contract/unbound-schema.ts'
import { pupilOf } from '../../../domain/cell.ts'
import { type Lesson, lessonById, lessonsOn, pupilsOf } from '../../../domain/lesson.ts'
import { provisionalName, readProvisional } from '../../../domain/provisional.ts'
import type { School } from '../../../domain/school.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState, Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { entries } from '../../messages/counts.ts'
import { placeOfCell, provisionalWords } from '../../messages/entry-place.ts'
import { hubSentence } from '../../messages/problems.ts'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { unboundWords } from '../../messages/screens/school/unbound.ts'
import { dateAndTime } from '../../messages/time.ts'
import { cellWords, valueText } from '../../messages/values.ts'
import { lessonName, teacherName } from '../lesson-words.ts'
import styles from '../school.module.css'
import type { SchoolPart } from '../use-school-lists.ts'
import { useUnbound } from './use-unbound.ts'

/** Lessons of that day; those of the hour that was named come first. */
const candidates = (school: School, lesson: string): Lesson[] => {
  const known = lessonById(school, lesson)
  if (known) return [known]
  const said = readProvisional(lesson)
  if (!said) return []
  return [...lessonsOn(school, said.date)].sort(
    (a, b) => Number(b.period === said.period) - Number(a.period === said.period),
  )
}

const pupilChoices = (school: School, lesson: Lesson) => {
  const ids = pupilsOf(school, lesson)
  return school.pupils
    .filter((one) => ids.has(one.id))
    .map((one) => ({ value: one.id, label: `${one.lastName} ${one.firstName}` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'ru'))
}

interface CardProps extends SchoolPart {
  waiting: UnboundLesson
  bind(act: BindAct): Promise<void>
}

const Known = ({ school, waiting }: { school: School; waiting: UnboundLesson }) => (
  <ul className={styles.faults}>
    {waiting.entries.map(({ id, cell, value, recordedAt }) => (
      <li key={id}>
        {placeOfCell(school, cell).pupil ?? cellWords(cell)}: <b>{valueText(value)}</b>
        {pupilOf(cell) === null ? '' : ` (${cellWords(cell)})`}, {dateAndTime(recordedAt, school.zone)}
      </li>
    ))}
  </ul>
)

const Card = ({ answer: { school }, waiting, edit, mayEdit, bind }: CardProps) => {
  const lessons = candidates(school, waiting.lesson)
  const [into, setInto] = useState(lessons.length === 1 ? (lessons[0]?.id ?? '') : '')
  const [pupils, setPupils] = useState<Readonly<Record<string, string>>>({})
  const lesson = lessons.find((one) => one.id === into)
  const said = readProvisional(waiting.lesson)
  const named = [...new Set(waiting.entries.flatMap((one) => pupilOf(one.cell) ?? []))].filter(
    (one) => provisionalName(one) !== null,
  )
  const substitute = lesson !== undefined && lesson.teacher !== waiting.person
  const decide = async (): Promise<void> => {
    if (!lesson) return
    const had = school.substitutions.some((one) => one.lesson === lesson.id)
    const entered =
      !substitute ||
      (await edit([
        {
          ...{ list: 'substitutions', add: { lesson: lesson.id, teacher: waiting.person } },
          ...(had && { remove: { lesson: lesson.id } }),
        },
      ]))
    if (!entered) return
    const known = Object.entries(pupils).filter(([, pupil]) => pupil !== '')
    await bind({
      ...{ person: waiting.person, lesson: waiting.lesson, into: lesson.id },
      pupils: known.map(([name, pupil]) => ({ named: name, pupil })),
    })
  }
  return (
    <Panel
      title={`${said ? provisionalWords(said) : lesson ? lessonName(school, lesson) : waiting.lesson}: ${waiting.name}`}
    >
      <Known school={school} waiting={waiting} />
      {mayEdit && (
        <div className={styles.form}>
          <div className={styles.whole}>
            <SelectField
              label={unboundWords.whichLesson}
              note={substitute ? unboundWords.taughtByOther(teacherName(school, lesson.teacher)) : ''}
              value={into}
              choices={[
                { value: '', label: lessons.length === 0 ? unboundWords.noLessons : schoolFields.pickLesson },
                ...lessons.map((one) => ({
                  value: one.id,
                  label: `${one.period}. ${lessonName(school, one)}, ${teacherName(school, one.teacher)}`,
                })),
              ]}
              onChoose={setInto}
            />
          </div>
          {lesson &&
            named.map((name) => (
              <SelectField
                key={name}
                label={unboundWords.whoIs(provisionalName(name))}
                value={pupils[name] ?? ''}
                choices={[{ value: '', label: unboundWords.byName }, ...pupilChoices(school, lesson)]}
                onChoose={(pupil) => setPupils({ ...pupils, [name]: pupil })}
              />
            ))}
          <div className={styles.whole}>
            <Button kind="primary" disabled={!lesson} onClick={() => void decide()}>
              {unboundWords.bind(entries(waiting.entries.length))}
            </Button>
          </div>
        </div>
      )}
    </Panel>
  )
}

export const UnboundPart = (part: SchoolPart) => {
  const { data, bind, trouble } = useUnbound()
  const queries = useQueryClient()
  const edit: SchoolPart['edit'] = async (edits) => {
    const done = await part.edit(edits)
    if (done) await queries.invalidateQueries({ queryKey: ['unbound'] })
    return done
  }
  if (!data) return null
  if (data.kind !== 'ok') return <Panel tone="warn">{hubSentence(data)}</Panel>
  const { lessons } = data.value
  return (
    <>
      {trouble && (
        <Panel tone="bad" role="alert">
          {trouble}
        </Panel>
      )}
      {lessons.length === 0 ? (
        <EmptyState title={unboundWords.emptyTitle}>{unboundWords.empty}</EmptyState>
      ) : (
        lessons.map((waiting) => (
          <Card key={`${waiting.person} ${waiting.lesson}`} {...part} {...{ waiting, bind, edit }} />
        ))
      )}
    </>
  )
}
