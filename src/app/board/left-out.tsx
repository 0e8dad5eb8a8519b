// What no run carries: lessons АИС keeps locked, for the deputy to decide, what has been decided, what people entered.
import { Link } from 'wouter'
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { entries } from '../messages/counts.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { boardListWords } from '../messages/screens/board/lists.ts'
import { waitingMarksWords } from '../messages/screens/board/waiting-marks.ts'
import { notCarriedSentence } from '../messages/screens/not-carried.ts'
import { termMarksWords } from '../messages/screens/term-marks.ts'
import { dateAndTime } from '../messages/time.ts'
import styles from './board.module.css'
import { LessonLink } from './lesson-link.tsx'

type LeftOut = NonNullable<BoardAnswer['leftOut']>
type Lesson = Pick<LeftOut['locked'][number], 'place'> & { lesson: string | null }

const Place = ({ lesson, place }: Lesson) =>
  lesson !== null && place ? <LessonLink id={lesson} place={place} /> : boardListWords.notInTimetable

const Locked = ({ locked, zone }: { locked: LeftOut['locked']; zone: string }) =>
  locked.length === 0 ? null : (
    <DataTable
      caption={boardListWords.lockedCaption}
      head={[boardColumns.lesson, boardListWords.waiting, boardListWords.sinceWhen]}
      rows={locked.map((one) => ({
        key: one.lesson,
        tone: 'bad' as const,
        cells: [<Place key="place" {...one} />, entries(one.count), dateAndTime(one.since, zone)],
      }))}
    />
  )

const Given = ({ given, zone }: { given: LeftOut['given']; zone: string }) =>
  given.length === 0 ? null : (
    <DataTable
      caption={boardListWords.givenCaption}
      head={[boardColumns.lesson, boardColumns.entries, boardListWords.whyAndWho]}
      rows={given.map((one) => ({
        key: `${one.act} ${one.lesson}`,
        cells: [
          <Place key="place" {...one} />,
          <span key="count">
            <Glyph name="notCarried" size={14} /> {one.count}
          </span>,
          notCarriedSentence(one, zone),
        ],
      }))}
    />
  )

/** Final marks that no door carries and nobody has said to be entered: the way to them, and to saying it. */
const ToEnter = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <Panel title={termMarksWords(count)}>
      <Link href="/board/terms" className={styles.way}>
        {waitingMarksWords.way}
      </Link>
    </Panel>
  )

/** Final marks that no door carries: who has said that they stand in АИС. Nobody has read them there. */
const ByHand = ({ given, zone }: { given: LeftOut['given']; zone: string }) =>
  given.length === 0 ? null : (
    <DataTable
      caption={boardListWords.byHandCaption}
      head={[boardListWords.whatMarks, boardColumns.entries, boardListWords.whoAndWhen]}
      rows={given.map((one) => ({
        key: `${one.act} ${one.schoolClass}`,
        cells: [
          boardListWords.termMarksOf(one.schoolClass),
          <span key="count">
            <Glyph name="byHand" size={14} /> {one.count}
          </span>,
          notCarriedSentence(one, zone),
        ],
      }))}
    />
  )

const isByHand = ({ cause }: LeftOut['given'][number]): boolean => cause === 'byHand'

export const LeftOutOfAis = ({ board: { leftOut, zone, totals } }: { board: BoardAnswer }) =>
  leftOut ? (
    <>
      <Locked locked={leftOut.locked} zone={zone} />
      <Given given={leftOut.given.filter((one) => !isByHand(one))} zone={zone} />
      <ToEnter count={totals.termMarks ?? 0} />
      <ByHand given={leftOut.given.filter(isByHand)} zone={zone} />
    </>
  ) : null
