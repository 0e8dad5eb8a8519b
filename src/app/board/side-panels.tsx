// The narrow column of the board: what waits where, outages, substitutions, who is absent.
import { Link } from 'wouter'
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { placeWords } from '../messages/board.ts'
import { dateAndTime, deadline, shortDate, span } from '../messages/time.ts'
import styles from './board.module.css'

const places = [
  ['tablets', 'queued', 'на планшетах, по последней связи'],
  ['hub', 'accepted', 'на сервере школы'],
  ['ais', 'transferred', 'внесено, не подтверждено'],
] as const satisfies readonly (readonly [keyof BoardAnswer['places'], GlyphName, string])[]

/** Held until the lists have a place for them, or a person shows it: «Школа → Без места». */
const Unplaced = ({ stuck }: { stuck: BoardAnswer['stuck'] }) => {
  const count = stuck.filter((one) => one.reason === 'notBound').reduce((sum, one) => sum + one.count, 0)
  return count === 0 ? null : (
    <p className={styles.aside}>
      Из них без места в списках: <b>{count}</b>.{' '}
      <Link href="/school/unbound" className={styles.way}>
        Указать место
      </Link>
    </p>
  )
}

export const Places = ({ board }: { board: BoardAnswer }) => (
  <DataTable
    dense
    caption="Что где ждёт"
    head={['Где', 'Записей', 'Старейшая']}
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
  scope.kind === 'school' ? 'школа' : scope.kind === 'building' ? scope.building : 'один учитель'

/** Outages of one teacher are many and short: they are counted, «Сбои» lists them. */
export const Outages = ({ board: { outages, zone } }: { board: BoardAnswer }) => {
  const wide = outages.filter((one) => one.scope.kind !== 'teacher')
  const own = outages.length - wide.length
  return outages.length === 0 ? null : (
    <DataTable
      dense
      caption="Случаи недоступности, п. 3.1"
      head={['№ и перерыв', 'Срок']}
      rows={wide.map((one) => ({
        key: String(one.no),
        cells: [
          `№ ${one.no}, ${dateAndTime(one.openedAt, zone)} – ${one.restoredAt ? dateAndTime(one.restoredAt, zone) : 'длится'}, ${scopeOf(one.scope)}`,
          `${one.due ? deadline(one.due, zone) : 'не начат'}${one.firstDue ? `, первый был ${deadline(one.firstDue, zone)}` : ''}`,
        ],
      }))}
    >
      {own > 0 && (
        <p className={styles.aside}>
          и отдельных учителей: {own},{' '}
          <Link href="/outages" className={styles.way}>
            все случаи
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
      caption="Замены"
      head={['Урок', 'Кто ведёт']}
      rows={substitutions.map(({ id, place, insteadOf }) => ({
        key: id,
        cells: [placeWords(place), `${place.teacher} за ${insteadOf}`],
      }))}
    />
  )

export const Absent = ({ board: { absent, days } }: { board: BoardAnswer }) => {
  const date = days.at(-1)?.date
  if (date === undefined) return null
  if (absent.length === 0)
    return <Panel title={`Отсутствуют, ${shortDate(date)}`}>Никто не отмечен отсутствующим.</Panel>
  return (
    <DataTable
      dense
      caption={`Отсутствуют, ${shortDate(date)}`}
      head={['Класс', 'Нет', 'Кто']}
      rows={absent.map((one) => ({
        key: one.schoolClass,
        cells: [
          <b key="class">{one.name}</b>,
          `${one.absent.length} из ${one.pupils}`,
          one.absent.join(', '),
        ],
      }))}
    />
  )
}
