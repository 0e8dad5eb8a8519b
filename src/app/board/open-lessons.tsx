// Lessons whose attendance is not complete, and entries that go no further by themselves.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { placeWords } from '../messages/board.ts'
import { entries } from '../messages/counts.ts'
import { refusalSentences } from '../messages/refusals.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { boardListWords } from '../messages/screens/board/lists.ts'
import { stateWords } from '../messages/states.ts'
import { dateAndTime } from '../messages/time.ts'
import { LessonLink } from './lesson-link.tsx'
import { MoreRows, useFirst } from './more-rows.tsx'
import { SetAside } from './set-aside.tsx'

export const Unmarked = ({ board: { unmarked } }: { board: BoardAnswer }) => {
  const { shown, hidden, showAll } = useFirst(unmarked, 8)
  return unmarked.length === 0 ? null : (
    <div>
      <DataTable
        caption={boardListWords.unmarkedCaption(unmarked.length)}
        head={[boardColumns.lesson, boardColumns.teacher, boardColumns.marked]}
        rows={shown.map(({ id, place, goesOn, filled, pupils }) => ({
          key: id,
          ...(goesOn ? {} : { tone: 'bad' as const }),
          cells: [
            <LessonLink key="place" id={id} place={place} />,
            place.teacher,
            boardListWords.filledOf(filled, pupils, goesOn ? boardListWords.goesOn : ''),
          ],
        }))}
      />
      <MoreRows hidden={hidden} onMore={showAll} />
    </div>
  )
}

export const Stuck = ({ board: { stuck, zone } }: { board: BoardAnswer }) =>
  stuck.length === 0 ? null : (
    <DataTable
      caption={boardListWords.stuckCaption}
      head={[boardColumns.teacher, boardListWords.what, boardColumns.why, boardListWords.toDo]}
      rows={stuck.map((one) => ({
        key: [one.person, one.state, one.reason, one.lesson].join(' '),
        cells: [
          <b key="name">{one.name}</b>,
          <span key="what">
            <Glyph name={one.state} size={14} /> {stateWords[one.state]}, {entries(one.count)}
            {one.place && `, ${placeWords(one.place)}`}
            {boardColumns.oldestAt(dateAndTime(one.oldest, zone))}
          </span>,
          one.reason === null ? '' : refusalSentences[one.reason],
          <SetAside key="act" stuck={one} />,
        ],
      }))}
    />
  )
