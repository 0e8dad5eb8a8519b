// «Перенос»: one click opens a session of АИС, the hub carries this person's entries in it and reads them back.
import { useQuery } from '@tanstack/react-query'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useSearchParams } from 'wouter'
import type { TransferView } from '../../contract/protocol.ts'
import { readTermCells } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { entries } from '../messages/counts.ts'
import { hubSentence } from '../messages/problems.ts'
import { givenUpSentence } from '../messages/screens/not-carried.ts'
import { byHandSentence } from '../messages/screens/term-marks.ts'
import {
  carryByOneButton,
  carryWhenAisIsDown,
  nothingToCarry,
  notInAisSentence,
} from '../messages/screens/transfer.ts'
import { clockTime } from '../messages/time.ts'
import { useOpenStates } from '../outbox/use-open-states.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useLog, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { Waiting } from '../shell/waiting.tsx'
import styles from './transfer.module.css'

const stopSentences: Record<NonNullable<TransferView['stopped']>, string> = {
  unreachable:
    'АИС СРО перестала отвечать. Ничего не потеряно: что успело внестись, сервер прочитает обратно в следующий раз. Откройте сессию снова, когда АИС ответит.',
  sessionEnded:
    'Сессия АИС СРО закончилась. Внесённое цело. Откройте новую, и перенос продолжится с того же места.',
  locked:
    'АИС СРО не дала изменить часть уроков. Их записи остались на сервере школы. Спросите завуча, не закрыт ли период.',
}

const Figures = ({ view }: { view: TransferView }) => (
  <dl className={styles.figures}>
    <div>
      <dt>ждут переноса</dt>
      <dd>{view.waiting}</dd>
    </div>
    <div>
      <dt>внесено в этот раз</dt>
      <dd>{view.written}</dd>
    </div>
    <div>
      <dt>прочитано обратно</dt>
      <dd>{view.verified}</dd>
    </div>
    <div>
      <dt>в АИС другое</dt>
      <dd data-bad={view.conflicts > 0}>{view.conflicts}</dd>
    </div>
  </dl>
)

const Action = ({ view }: { view: TransferView }) => {
  const zone = useSchool()?.zone ?? 'UTC'
  const aisIsDown = useSyncState(({ status }) => status.ais !== null && status.ais.reach !== 'up')
  if (view.running) {
    return (
      <Panel tone="accent" title="Идёт перенос">
        Сервер вносит ваши записи и читает их обратно
        {view.sessionExpiresAt && `, сессия до ${clockTime(view.sessionExpiresAt, zone)}`}. С этого экрана
        можно уйти.
      </Panel>
    )
  }
  if (view.sessionPage === '') {
    return (
      <Panel title="Дверь в АИС СРО ещё не подключена">
        Записи сохранены на сервере школы и ждут. Внесите их в АИС СРО вручную или спросите завуча.
      </Panel>
    )
  }
  if (view.waiting === 0) return <Panel>{nothingToCarry}</Panel>
  return (
    <Panel
      title={`Перенести ${entries(view.waiting)}`}
      actions={
        <Button kind="primary" onClick={() => location.assign(view.sessionPage)}>
          Открыть сессию АИС СРО
        </Button>
      }
    >
      {aisIsDown && <p>{carryWhenAisIsDown}</p>}
      {carryByOneButton}
    </Panel>
  )
}

/** The hub counts what it may carry; what the tablet holds beside that is told by the tablet. */
const OnTablet = ({ person }: { person: string }) => {
  const states = useOpenStates(person)
  const givenUp = states?.notCarried ?? 0
  const said = states && [notInAisSentence(states), givenUp > 0 && givenUpSentence(givenUp)].filter(Boolean)
  return (
    said &&
    said.length > 0 && (
      <p className={styles.rest}>
        {said.join(' ')} <Link href="/outbox">Открыть очередь</Link>
      </p>
    )
  )
}

/** Where any is known here: no run takes them along, whoever has set them. */
const TermMarks = ({ person }: { person: string }) => {
  const { db } = useRuntime()
  const log = useLog(person)
  const cells = useLiveQuery(() => readTermCells(db, log), [db, person])
  return cells && cells.size > 0 && <p className={styles.rest}>{byHandSentence}</p>
}

export const TransferPage = ({ who }: { who: SignedIn }) => {
  const { hub } = useRuntime()
  const [search] = useSearchParams()
  const { data } = useQuery({
    queryKey: ['transfer'],
    queryFn: () => hub.transfer(),
    refetchInterval: ({ state }) => (state.data?.kind === 'ok' && state.data.value.running ? 1_000 : 5_000),
  })
  if (!data) return <Waiting title="Перенос в АИС СРО" />
  const refused = search.get('session')
  return (
    <div className={styles.page}>
      <h1>Перенос в АИС СРО</h1>
      {refused && (
        <Panel tone="bad" title="Сессия не открылась">
          АИС СРО не подтвердила вход, ничего не внесено. Откройте сессию ещё раз.
        </Panel>
      )}
      {data.kind === 'ok' ? (
        <>
          <Figures view={data.value} />
          {data.value.stopped && (
            <Panel tone="warn" title="Перенос остановился">
              {stopSentences[data.value.stopped]}
            </Panel>
          )}
          <Action view={data.value} />
        </>
      ) : (
        <Panel tone="warn" title="Перенос сейчас не начать">
          {hubSentence(data)}
        </Panel>
      )}
      <TermMarks person={who.person} />
      <OnTablet person={who.person} />
    </div>
  )
}
