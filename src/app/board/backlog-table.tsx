// Backlog by teacher or by class: least time first, then most waiting.

import type { BoardAnswer, BoardRow } from '../../contract/board-schema.ts'
import { timeLeft } from '../../domain/calendar/transfer-due.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { deadline, timeLeftText } from '../messages/time.ts'

interface BacklogTableProps {
  title: string
  empty: string
  rows: readonly BoardRow[]
  board: BoardAnswer
}

const leftText = (row: BoardRow, { serverTime, workWeek, zone }: BoardAnswer) => {
  if (row.waiting === 0) {
    return (
      <>
        <Glyph name="verified" size={14} /> в АИС СРО
      </>
    )
  }
  if (row.due === null) return 'срок ещё не начался'
  return `${timeLeftText(timeLeft(serverTime, row.due, workWeek, zone))}, до ${deadline(row.due, zone)}`
}

const isLate = (row: BoardRow, now: string): boolean => row.waiting > 0 && row.due !== null && row.due < now

export const BacklogTable = ({ title, empty, rows, board }: BacklogTableProps) => {
  if (rows.length === 0) return <Panel title={title}>{empty}</Panel>
  return (
    <DataTable
      caption={title}
      head={[
        title === 'Классы' ? 'Класс' : 'Учитель',
        'Не перенесено',
        'Расхождения',
        'В АИС СРО',
        'Осталось, п. 3.2',
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        ...(isLate(row, board.serverTime) ? { tone: 'bad' as const } : {}),
        cells: [
          <b key="name">{row.name || 'без класса'}</b>,
          row.waiting,
          row.conflicts,
          row.verified,
          leftText(row, board),
        ],
      }))}
    />
  )
}
