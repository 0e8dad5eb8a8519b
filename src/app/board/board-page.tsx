// «Сводка»: what is not yet in АИС СРО, by whom, how long is left (п. 3.2). Online by nature; it says how old it is.

import { useQuery } from '@tanstack/react-query'
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { timeLeft } from '../../domain/calendar/transfer-due.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { Panel } from '../../ui/panel.tsx'
import { incidentForDeputy } from '../messages/memory.ts'
import { hubSentence } from '../messages/problems.ts'
import { dateAndTime, deadline, span, timeLeftText } from '../messages/time.ts'
import { valueText } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { DueRuler } from '../today/due-ruler.tsx'
import { BacklogTable } from './backlog-table.tsx'
import styles from './board.module.css'

const OutageHead = ({ board }: { board: BoardAnswer }) => {
  const { zone, workWeek, serverTime: now } = board
  const open = board.outages.find((one) => one.scope.kind === 'school' && one.closedAt === null)
  const closed = board.outages.find((one) => one.due !== null)
  if (open) {
    return (
      <Panel tone="warn" title={`Случай № ${open.no}, вся школа`}>
        {open.restoredAt === null
          ? `АИС СРО недоступна с ${dateAndTime(open.openedAt, zone)}, ${span(Date.parse(now) - Date.parse(open.openedAt))}. Срок переноса начнётся после возврата доступа (п. 3.2).`
          : `АИС СРО снова отвечает с ${dateAndTime(open.restoredAt, zone)}. Случай закроется, когда доступ продержится.`}
      </Panel>
    )
  }
  if (!closed?.due || !closed.strict || !closed.restoredAt || board.totals.waiting === 0) return null
  const left = timeLeft(now, closed.due, workWeek, zone)
  return (
    <Panel tone={left.kind === 'overdue' ? 'bad' : 'plain'}>
      <div className={styles.due}>
        <div>
          <h2>
            Случай № {closed.no}, {closed.scope.kind === 'school' ? 'вся школа' : 'один учитель'}
          </h2>
          <p>
            {dateAndTime(closed.openedAt, zone)} – {dateAndTime(closed.restoredAt, zone)}. Срок{' '}
            <b>{deadline(closed.due, zone)}</b>, п. 3.2
          </p>
          {board.calendar === 'unconfirmed' && (
            <p className={styles.warn}>
              Переносы выходных этого года ещё не подтверждены постановлением: проверьте срок.
            </p>
          )}
        </div>
        <DueRuler
          restoredAt={closed.restoredAt}
          strict={closed.strict}
          due={closed.due}
          now={now}
          zone={zone}
        />
        <div>
          <small>{left.kind === 'overdue' ? 'Срок прошёл' : 'Осталось'}</small>
          <p className={styles.figure}>{timeLeftText(left)}</p>
        </div>
      </div>
    </Panel>
  )
}

const Totals = ({ totals }: BoardAnswer) => (
  <dl className={styles.totals}>
    <div>
      <dt>Не перенесено</dt>
      <dd>
        {totals.waiting} <small>из {totals.recorded}</small>
      </dd>
    </div>
    <div>
      <dt>В АИС СРО, прочитано обратно</dt>
      <dd>{totals.verified}</dd>
    </div>
    <div>
      <dt>Расхождения</dt>
      <dd data-bad={totals.conflicts > 0}>{totals.conflicts}</dd>
    </div>
  </dl>
)

const Conflicts = ({ conflicts, zone }: BoardAnswer) => (
  <DataTable
    caption="Расхождения"
    head={['Где', 'Значения', 'Ждёт решения']}
    rows={conflicts.map(({ cell, lesson, pupil, openedAt }) => ({
      key: cell.key,
      tone: 'bad' as const,
      cells: [
        <span key="where">
          <Glyph name="conflict" size={14} /> <b>{pupil ?? 'весь урок'}</b>
          {lesson && `, ${lesson.target} ${lesson.subject}, ${lesson.period}-й урок, ${lesson.teacher}`}
        </span>,
        cell.candidates.map((one) => valueText(one.value)).join(' | '),
        `с ${dateAndTime(openedAt, zone)}`,
      ],
    }))}
  />
)

const Devices = ({ devices, serverTime, zone }: BoardAnswer) => (
  <DataTable
    caption="На планшетах, по последнему контакту"
    head={['Учитель', 'Не отправлено', 'Последний контакт', 'Хранилище']}
    rows={devices
      .filter((one) => one.unsent > 0 || one.incident)
      .map((one) => ({
        key: `${one.device}/${one.person}`,
        cells: [
          one.name,
          one.unsent,
          `${span(Date.parse(serverTime) - Date.parse(one.seenAt))} назад`,
          one.incident ? incidentForDeputy(one.incident, zone) : 'цело',
        ],
      }))}
  />
)

const Outages = ({ outages, zone }: BoardAnswer) => (
  <DataTable
    caption="Случаи недоступности, п. 3.1"
    head={['№', 'Перерыв', 'Срок']}
    rows={outages.map((one) => ({
      key: String(one.no),
      cells: [
        one.no,
        `${dateAndTime(one.openedAt, zone)} – ${one.restoredAt ? dateAndTime(one.restoredAt, zone) : 'длится'}, ${one.scope.kind === 'school' ? 'школа' : 'один учитель'}`,
        one.due ? deadline(one.due, zone) : 'после возврата доступа',
      ],
    }))}
  />
)

export const BoardPage = () => {
  const { hub } = useRuntime()
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['board'],
    queryFn: () => hub.board(),
    refetchInterval: 5_000,
    structuralSharing: (before, next) => {
      // A failed look keeps the last board on the screen; the page says how old it is.
      const now = next as Awaited<ReturnType<typeof hub.board>>
      const was = before as typeof now | undefined
      return now.kind !== 'ok' && was?.kind === 'ok' ? was : now
    },
  })
  if (!data) return null
  if (data.kind !== 'ok') {
    return (
      <div className={styles.page}>
        <Panel tone="warn" title="Сводка сейчас недоступна">
          {hubSentence(data)}
        </Panel>
      </div>
    )
  }
  const board = data.value
  const ageMs = Math.max(0, dataUpdatedAt - Date.parse(board.serverTime))
  return (
    <div className={styles.page}>
      <h1>Сводка</h1>
      {ageMs > 60_000 && <Panel tone="warn">Сервер школы молчит, это сводка {span(ageMs)} назад.</Panel>}
      <OutageHead board={board} />
      <Totals {...board} />
      <BacklogTable
        title="Учителя"
        empty="Никто ещё ничего не записал."
        rows={board.teachers}
        board={board}
      />
      <BacklogTable
        title="Классы"
        empty="Ни по одному классу записей нет."
        rows={board.classes}
        board={board}
      />
      {board.conflicts.length > 0 && <Conflicts {...board} />}
      {board.devices.some((one) => one.unsent > 0 || one.incident) && <Devices {...board} />}
      {board.outages.length > 0 && <Outages {...board} />}
    </div>
  )
}
