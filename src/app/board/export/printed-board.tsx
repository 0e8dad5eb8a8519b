// «Сводка на 14:00» on A4: figures and whole tables in words, black on white; seen on paper alone.
import type { BoardAnswer } from '../../../contract/board-schema.ts'
import {
  classWords,
  contactWords,
  leftWords,
  owing,
  placeWords,
  rowTrouble,
  troubleWords,
  waitingWords,
} from '../../messages/board.ts'
import { movedTermWords, termWeekSentence, unconfirmedSentence } from '../../messages/outages.ts'
import { termMarksWords } from '../../messages/screens/term-marks.ts'
import { dateAndTime, deadline } from '../../messages/time.ts'
import { valueText } from '../../messages/values.ts'
import styles from './export.module.css'

const outageWords = (board: BoardAnswer): string[] => [
  ...(board.alerts ?? []).map((one) => termWeekSentence(one, board.zone)),
  ...board.outages
    .filter((one) => one.scope.kind !== 'teacher')
    .map((one) => {
      const from = dateAndTime(one.openedAt, board.zone)
      const to = one.restoredAt === null ? 'длится' : dateAndTime(one.restoredAt, board.zone)
      const due = one.due === null ? 'срок не начат' : `перенести до ${deadline(one.due, board.zone)}`
      return `Случай № ${one.no}: ${from} – ${to}, ${due}, п. 3.2.${movedTermWords(one, board.zone)}`
    }),
  ...(board.calendar === 'unconfirmed' ? [unconfirmedSentence] : []),
]

const totalWords = ({ totals, places }: BoardAnswer): string =>
  [
    `Не перенесено ${totals.waiting} из ${totals.recorded}`,
    `в АИС СРО, прочитано обратно ${totals.verified}`,
    `на планшетах, по последней связи, ${places.tablets.count}`,
    `расхождений ${totals.conflicts}`,
    ...[termMarksWords(totals.termMarks)].filter(Boolean),
  ].join('; ')

const Table = ({
  caption,
  head,
  rows,
  figures = [],
}: {
  caption: string
  head: readonly string[]
  /** Columns of figures with their units: they are never broken. */
  figures?: readonly string[]
  rows: readonly { key: string; cells: readonly string[] }[]
}) =>
  rows.length === 0 ? null : (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {head.map((title, at) => (
              <td key={title} data-figure={figures.includes(title)}>
                {row.cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )

export const PrintedBoard = ({ board }: { board: BoardAnswer }) => {
  const { zone, serverTime } = board
  return (
    <article className={styles.paper} aria-hidden="true">
      <h1>Временный журнал. Сводка на {dateAndTime(serverTime, zone)}</h1>
      {outageWords(board).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{totalWords(board)}</p>
      <Table
        caption="Учителя: сначала молчащие и срочные"
        head={['Учитель', 'Не перенесено', 'Осталось', 'Что ещё', 'Связь']}
        figures={['Учитель', 'Осталось', 'Связь']}
        rows={board.teachers.map((row) => ({
          key: row.key,
          cells: [
            row.name,
            waitingWords(row),
            row.waiting > 0 ? leftWords(row.due, board) : '',
            troubleWords(row),
            contactWords(row, serverTime),
          ],
        }))}
      />
      <Table
        caption="Классы"
        head={['Класс', 'Не перенесено', 'Осталось', 'Что ещё']}
        rows={board.classes.filter(owing).map((row) => ({
          key: row.key,
          cells: [
            classWords(row),
            String(row.waiting),
            row.waiting > 0 ? leftWords(row.due, board) : '',
            rowTrouble(row),
          ],
        }))}
      />
      <Table
        caption="Расхождения"
        head={['Где', 'Значения']}
        rows={board.conflicts.map(({ cell, lesson, pupil }) => ({
          key: cell.key,
          cells: [
            [pupil, lesson && placeWords(lesson)].filter(Boolean).join(', '),
            cell.candidates.map((one) => valueText(one.value)).join(' | '),
          ],
        }))}
      />
      <Table
        caption="Посещаемость не отмечена, п. 2.5"
        head={['Урок', 'Учитель', 'Отмечено']}
        rows={board.unmarked.map(({ id, place, filled, pupils }) => ({
          key: id,
          cells: [placeWords(place), place.teacher, `${filled} из ${pupils}`],
        }))}
      />
      <p className={styles.sign}>Заместитель директора ____________________ / ____________________</p>
    </article>
  )
}
