// «Урок», the cards: a roll call one pupil at a time, by thumb or by keyboard, that goes on where it stopped.
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { cellKey } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import type { Attendance } from '../../domain/value.ts'
import type { SignedIn } from '../../store/device.ts'
import { EmptyState } from '../../ui/panel.tsx'
import { useWindowKeys } from '../../ui/use-window-keys.ts'
import type { TodayColumn } from '../grid/grid-columns.ts'
import type { WrittenLesson } from '../grid/grid-model.ts'
import type { Writing } from '../grid/grid-value.ts'
import { serialActs } from '../grid/serial-acts.ts'
import { GridFinish } from '../grid/side/grid-finish.tsx'
import { type Grid, useGrid } from '../grid/use-grid.ts'
import { QuestionDialog } from '../lesson/ask/question-dialog.tsx'
import { useBulk } from '../lesson/bulk/use-bulk.ts'
import { attendanceCell, type CellViews } from '../lesson/lesson-cells.ts'
import { ReadOnly } from '../lesson/panel/read-only.tsx'
import { Troubles } from '../lesson/panel/troubles.tsx'
import { ActsBar } from '../lesson/panel/undo-bar.tsx'
import { cardWords } from '../messages/lesson/cards.ts'
import { notBegunTitle } from '../messages/lesson/class.ts'
import { notation } from '../messages/values.ts'
import { useNow } from '../runtime/use-runtime.ts'
import { CardKeys } from './card-keys.tsx'
import { CardTask } from './card-task.tsx'
import { CardWays } from './card-ways.tsx'
import styles from './cards.module.css'
import { ClassSheet } from './class-sheet.tsx'
import { useHaptics } from './haptics.ts'
import { HeldBefore } from './held-before.tsx'
import { LessonSheet } from './lesson-sheet.tsx'
import { MarkKeys } from './mark-keys.tsx'
import { PupilCard } from './pupil-card.tsx'
import { type CardCommand, cardCommandOf, type OpenCard, placeOfCard, resumeAt } from './roll-call.ts'
import { useCardMarks } from './use-card-marks.ts'
import { type RollCall, useHere } from './use-here.ts'

interface CardsPageProps {
  who: SignedIn
  school: School
  lesson: Lesson
  head: ReactNode
}

interface LoadedProps {
  model: WrittenLesson
  grid: Grid
  here: ReadonlySet<string>
  rollCall: RollCall
}

const Loaded = ({ model, grid, here, rollCall }: LoadedProps) => {
  const { cells, lesson, pupils } = model
  const { writer } = grid
  const acts = serialActs(grid.acts, writer, cells)
  const haptics = useHaptics()
  // What is felt is what is said: an act that has been saved.
  useEffect(() => acts.said.subscribe((now, before) => now.times > before.times && haptics.buzz()))
  const box = useRef<HTMLDivElement>(null)
  useSyncExternalStore(cells.onAny, cells.version)
  const recordOf = (pupil: string) =>
    (cells.get(cellKey(attendanceCell(lesson, pupil)))?.value ?? null) as Attendance | null
  const cardAt = (no: number): OpenCard => ({ pupil: pupils[no]?.id ?? null, at: no })
  const [card, setCard] = useState(() => cardAt(resumeAt(pupils, (id) => recordOf(id) !== null, here)))
  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  const [marking, setMarking] = useState(false)
  const [ofLesson, setOfLesson] = useState(false)
  const whole = useBulk({ lesson, pupils, acts, views: cells.views })
  const at = placeOfCard(grid.rows, card)
  const closed = grid.rows.find((one) => one.closed && one.id === card.pupil)
  const pupil = closed ?? pupils[at]
  const teaches = mayWrite(model.school, model.person, { kind: 'topic', lesson: lesson.id }).ok

  const go = (step: 1 | -1): void =>
    setCard((before) => {
      const from = placeOfCard(grid.rows, before)
      const shut = grid.rows.some((one) => one.closed && one.id === before.pupil)
      return cardAt(Math.max(0, Math.min(pupils.length, shut && step === 1 ? from : from + step)))
    })
  const writeInto = (column: TodayColumn, writing: Writing, second: boolean): boolean => {
    if (closed) grid.ports.refuse({ why: 'notInLesson' })
    return !closed && pupil !== undefined && writer.write(model, pupil, column, writing, second)
  }
  const write = (writing: Writing): void => {
    if (writeInto({ kind: 'attendance' }, writing, false) && writing.kind !== 'clear') go(1)
  }
  const marks = useCardMarks(model, pupil?.id ?? null, writeInto)
  const run = (command: CardCommand): void => {
    switch (command.kind) {
      case 'go':
        return go(command.step)
      case 'here':
        if (!pupil) return
        // «Н» that stands there is a record: it is taken back by a record, and a blank cell stays a proposal.
        if (recordOf(pupil.id) !== null || !teaches)
          return write({ kind: 'attendance', value: { code: 'present' } })
        rollCall.add(pupil.id)
        return go(1)
      case 'mark':
      case 'owed':
      case 'second':
      case 'clearMark':
        return marks.run(command)
      case 'clear':
        if (pupil) rollCall.remove(pupil.id)
        return write({ kind: 'clear' })
      case 'attendance':
        return write(command)
    }
  }
  // The whole screen hears the keys: wherever a touch has left the focus, an arrow is meant for the card.
  useWindowKeys((event) => {
    const command = cardCommandOf(event, notation())
    if (!command) return
    event.preventDefault()
    // The next key is of the next card, however soon it comes.
    flushSync(() => run(command))
  })
  return (
    <>
      <div className={styles.body} ref={box} tabIndex={-1}>
        <progress className={styles.progress} max={pupils.length} value={at} aria-label={cardWords.title} />
        {pupil ? (
          <>
            <PupilCard
              {...{ model, pupil }}
              works={marks.works}
              no={at + 1}
              here={here.has(pupil.id)}
              onCommand={run}
            />
            <CardTask
              key={pupil.id}
              {...{ model, pupil, acts }}
              closed={closed !== undefined}
              onRefused={() => grid.ports.refuse({ why: 'notInLesson' })}
            />
            {teaches && (
              <CardKeys value={recordOf(pupil.id)} onCommand={run}>
                {marking && <MarkKeys {...{ marks }} onCommand={run} />}
              </CardKeys>
            )}
          </>
        ) : (
          <EmptyState title={cardWords.doneTitle}>{cardWords.done}</EmptyState>
        )}
        <ActsBar {...{ acts }} refused={grid.notice} />
        <CardWays
          {...{ teaches, marking, haptics }}
          onGo={go}
          onMarks={() => setMarking(!marking)}
          onLesson={() => setOfLesson(true)}
        />
        {teaches ? (
          <GridFinish
            {...{ lesson, pupils, cells, writer }}
            school={model.school}
            person={model.person}
            onWholeClass={whole.open}
          />
        ) : (
          <ReadOnly {...{ lesson }} school={model.school} />
        )}
      </div>
      {ofLesson && <LessonSheet {...{ model, acts }} onClose={() => setOfLesson(false)} />}
      <ClassSheet {...{ model, whole }} />
      <QuestionDialog asked={acts.asked} pupils={pupils} />
    </>
  )
}

const nothing: CellViews = new Map()

export const CardsPage = ({ who, school, lesson, head }: CardsPageProps) => {
  const grid = useGrid(who, school, lesson)
  const rollCall = useHere(who.person, lesson.id)
  const now = useNow()
  const begun = now >= lesson.begins
  const { pupils, cells, facts } = grid
  const model: WrittenLesson = { school, lesson, person: who.person, pupils, cells }
  return (
    <div className={styles.page}>
      {head}
      <Troubles {...grid.acts} />
      {begun ? (
        facts && rollCall.here && <Loaded {...{ model, grid, rollCall }} here={rollCall.here} />
      ) : (
        <div className={styles.waits}>
          <EmptyState title={notBegunTitle(lesson, school.zone, now)}>{cardWords.notBegun}</EmptyState>
          <HeldBefore {...{ model }} views={grid.facts ?? nothing} />
        </div>
      )}
    </div>
  )
}
