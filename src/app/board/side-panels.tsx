// The narrow column of the board: what waits where, outages, substitutions, who is absent.
import { Link } from 'wouter'
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { placeWords } from '../messages/board.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { boardHeadWords } from '../messages/screens/board/head.ts'
import { boardListWords } from '../messages/screens/board/lists.ts'
import { printedWords } from '../messages/screens/board/printed.ts'
import { dateAndTime, deadline, shortDate, span } from '../messages/time.ts'
import styles from './board.module.css'

const places = [
  ['tablets', 'queued', boardListWords.onTablets],
  ['hub', 'accepted', boardListWords.onHub],
  ['ais', 'transferred', boardListWords.carried],
] as const satisfies readonly (readonly [keyof BoardAnswer['places'], GlyphName, string])[]

/** Held until the lists have a place for them, or a person shows it: «Школа → Без места». */
const Unplaced = ({ stuck }: { stuck: BoardAnswer['stuck'] }) => {
  const count = stuck.filter((one) => one.reason === 'notBound').reduce((sum, one) => sum + one.count, 0)
  return count === 0 ? null : (
    <p className={styles.aside}>
      {boardListWords.unplaced} <b>{count}</b>.{' '}
      <Link href="/school/unbound" className={styles.way}>
        {boardListWords.givePlace}
      </Link>
    </p>
  )
}

export const Places = ({ board }: { board: BoardAnswer }) => (
  <DataTable
    dense
    caption={boardListWords.placesCaption}
    head={[boardColumns.where, boardColumns.entries, boardColumns.oldest]}
    rows={places.map(([name, glyph, words]) => {
      const { count, oldest } = board.places[name]
      const age = oldest === null ? '' : span(Date.parse(board.serverTime) - Date.parse(oldest))
      return {
        key: name,
        cells: [
          <span key="where">
            <Glyph name={glyph} size={14} /> {words}
          </span>,
          count,
          count > 0 ? age : '',
        ],
      }
    })}
  >
    <Unplaced stuck={board.stuck} />
  </DataTable>
)

const scopeOf = (scope: BoardAnswer['outages'][number]['scope']): string =>
  scope.kind === 'school'
    ? boardListWords.school
    : scope.kind === 'building'
      ? scope.building
      : boardHeadWords.oneTeacher

/** Outages of one teacher are many and short: they are counted, «Сбои» lists them. */
export const Outages = ({ board: { outages, zone } }: { board: BoardAnswer }) => {
  const wide = outages.filter((one) => one.scope.kind !== 'teacher')
  const own = outages.length - wide.length
  return outages.length === 0 ? null : (
    <DataTable
      dense
      caption={boardListWords.outagesCaption}
      head={[boardListWords.outageHead, boardListWords.due]}
      rows={wide.map((one) => ({
        key: String(one.no),
        cells: [
          `№ ${one.no}, ${dateAndTime(one.openedAt, zone)} – ${one.restoredAt ? dateAndTime(one.restoredAt, zone) : printedWords.lasts}, ${scopeOf(one.scope)}`,
          `${one.due ? deadline(one.due, zone) : boardListWords.notBegun}${one.firstDue ? boardListWords.firstDue(deadline(one.firstDue, zone)) : ''}`,
        ],
      }))}
    >
      {own > 0 && (
        <p className={styles.aside}>
          {boardListWords.ofTeachers(own)}{' '}
          <Link href="/outages" className={styles.way}>
            {boardListWords.allOutages}
          </Link>
        </p>
      )}
    </DataTable>
  )
}

export const Substitutions = ({ board: { substitutions } }: { board: BoardAnswer }) =>
  substitutions.length === 0 ? null : (
    <DataTable
      dense
      caption={boardListWords.substitutions}
      head={[boardColumns.lesson, boardListWords.whoTeaches]}
      rows={substitutions.map(({ id, place, insteadOf }) => ({
        key: id,
        cells: [placeWords(place), boardListWords.insteadOf(place.teacher, insteadOf)],
      }))}
    />
  )

export const Absent = ({ board: { absent, days } }: { board: BoardAnswer }) => {
  const date = days.at(-1)?.date
  if (date === undefined) return null
  if (absent.length === 0)
    return <Panel title={boardListWords.absentCaption(shortDate(date))}>{boardListWords.nobodyAbsent}</Panel>
  return (
    <DataTable
      dense
      caption={boardListWords.absentCaption(shortDate(date))}
      head={[boardColumns.schoolClass, boardListWords.absentCount, boardListWords.who]}
      rows={absent.map((one) => ({
        key: one.schoolClass,
        cells: [
          <b key="class">{one.name}</b>,
          boardColumns.filledOf(one.absent.length, one.pupils),
          one.absent.join(', '),
        ],
      }))}
    />
  )
}
