// «Очередь»: everything this person recorded on this tablet, by state; the sum is written out.
import { useLiveQuery } from 'dexie-react-hooks'
import { type EntryState, entryStates } from '../../domain/entry-state.ts'
import type { SignedIn } from '../../store/device.ts'
import { countStates, type ListedEntry, listEntries } from '../../store/outbox-view.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { EmptyState, Panel } from '../../ui/panel.tsx'
import { counted } from '../messages/counts.ts'
import { placeOfCell } from '../messages/entry-place.ts'
import { refusalSentences } from '../messages/refusals.ts'
import { stateMeanings, stateWords } from '../messages/states.ts'
import { dateAndTime, span } from '../messages/time.ts'
import { valueText } from '../messages/values.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useLog, useNow, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import styles from './outbox.module.css'
import { SpareWay } from './spare-way.tsx'

/** What a person must look at comes first, then what has not left the tablet, then the rest. */
const groupsInOrder: readonly EntryState[] = [
  'refused',
  'held',
  'conflict',
  ...entryStates.filter((state) => !['refused', 'held', 'conflict'].includes(state)),
]
const shownAtOnce = 50

const Sending = () => {
  const { wake } = useRuntime()
  const { status } = useSyncState()
  const now = useNow(1_000)
  const waits = status.nextTryAt === null ? 0 : Date.parse(status.nextTryAt) - Date.now()
  return (
    <div className={styles.sending}>
      <Button kind="primary" onClick={() => wake('tap')}>
        Отправить сейчас
      </Button>
      <p>
        {status.sending
          ? 'Отправляется.'
          : waits > 0
            ? `${status.hub === 'full' ? 'На сервере школы кончилось место, скажите завучу.' : 'Сервер школы не принял.'} Следующая попытка через ${Math.ceil(waits / 1000)} с, записи целы.`
            : status.hubAt &&
              `Сервер школы отвечал ${span(Date.parse(now) - Date.parse(status.hubAt))} назад.`}
        {status.held > 0 && ` Отложено сервером: ${status.held}, остальные идут мимо них.`}
      </p>
    </div>
  )
}

const EntryLine = ({ listed }: { listed: ListedEntry }) => {
  const school = useSchool() ?? null
  const { entry, reason } = listed
  const place = placeOfCell(school, entry.cell)
  return (
    <li className={styles.line}>
      <span className={styles.no}>№ {entry.seq}</span>
      <span>
        <b>{place.pupil ?? place.what}</b>: {valueText(entry.value)}
        <small>
          {place.lesson} · {place.what}
        </small>
        {reason && <span className={styles.reason}>{refusalSentences[reason]}</span>}
      </span>
      <small>{dateAndTime(entry.recordedAt, school?.zone ?? 'UTC')}</small>
    </li>
  )
}

const Group = ({ state, list }: { state: EntryState; list: readonly ListedEntry[] }) => {
  const open = ['refused', 'held', 'conflict', 'queued'].includes(state)
  return (
    <details className={styles.group} open={open}>
      <summary>
        <Glyph name={state} size={18} />
        <b>{stateWords[state]}</b> <span className={styles.count}>{list.length}</span>
        <small className={styles.meaning}>{stateMeanings[state]}</small>
      </summary>
      <ol>
        {list.slice(0, shownAtOnce).map((one) => (
          <EntryLine key={one.entry.id} listed={one} />
        ))}
      </ol>
      {list.length > shownAtOnce && (
        <p className={styles.more}>и ещё {list.length - shownAtOnce}, старше этих</p>
      )}
    </details>
  )
}

const Sum = ({ list, recorded }: { list: readonly ListedEntry[]; recorded: number }) =>
  list.length === recorded ? (
    <p className={styles.sum}>
      Записано {counted(recorded, ['запись', 'записи', 'записей'])}, последняя № {list[0]?.entry.seq}. Счёт
      сошёлся.
    </p>
  ) : (
    <p className={styles.wrong} role="alert">
      Записано {counted(recorded, ['запись', 'записи', 'записей'])}, а на планшете их {list.length}. Не
      стирайте данные журнала и скажите завучу.
    </p>
  )

export const OutboxPage = ({ who }: { who: SignedIn }) => {
  const { db } = useRuntime()
  const log = useLog(who.person)
  const found = useLiveQuery(
    async () => ({ list: await listEntries(db, log), recorded: (await countStates(db, log)).recorded }),
    [db, log.person],
  )
  if (!found) return null
  const { list, recorded } = found
  const unsent = list.some((one) => one.state === 'queued')
  return (
    <div className={styles.page}>
      <h1>Очередь</h1>
      {recorded > 0 && <Sum {...{ list, recorded }} />}
      {list.length === 0 ? (
        <EmptyState title="Здесь появятся ваши записи">
          Всё, что вы запишете на этом планшете, останется в этом списке вместе с местом, где оно сейчас.
        </EmptyState>
      ) : (
        <>
          {unsent ? (
            <Sending />
          ) : (
            <Panel>Всё на сервере школы. Дальше записи переносятся в АИС СРО на экране «Перенос».</Panel>
          )}
          {groupsInOrder.map((state) => {
            const own = list.filter((one) => one.state === state)
            return own.length > 0 && <Group key={state} state={state} list={own} />
          })}
        </>
      )}
      <SpareWay who={who} />
    </div>
  )
}
