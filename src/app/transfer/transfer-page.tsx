// «Перенос»: one click opens a session of АИС, the hub carries this person's entries in it and reads them back.
import { useQuery } from '@tanstack/react-query'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useSearchParams } from 'wouter'
import type { TransferView } from '../../contract/protocol.ts'
import { isBacklog } from '../../domain/entry-state.ts'
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
  stopSentences,
  transferWords,
} from '../messages/screens/transfer.ts'
import { clockTime } from '../messages/time.ts'
import { useOpenStates } from '../outbox/use-open-states.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useLog, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { Waiting } from '../shell/waiting.tsx'
import styles from './transfer.module.css'

const Figures = ({ view }: { view: TransferView }) => (
  <dl className={styles.figures}>
    <div>
      <dt>{transferWords.waiting}</dt>
      <dd>{view.waiting}</dd>
    </div>
    <div>
      <dt>{transferWords.carriedNow}</dt>
      <dd>{view.written}</dd>
    </div>
    <div>
      <dt>{transferWords.readBack}</dt>
      <dd>{view.verified}</dd>
    </div>
    <div>
      <dt>{transferWords.differsInAis}</dt>
      <dd data-bad={view.conflicts > 0}>{view.conflicts}</dd>
    </div>
  </dl>
)

const Action = ({ view }: { view: TransferView }) => {
  const zone = useSchool()?.zone ?? 'UTC'
  const aisIsDown = useSyncState(({ status }) => status.ais !== null && status.ais.reach !== 'up')
  if (view.running) {
    return (
      <Panel tone="accent" title={transferWords.runningTitle}>
        {view.sessionExpiresAt
          ? transferWords.runningUntil(clockTime(view.sessionExpiresAt, zone))
          : transferWords.running}
      </Panel>
    )
  }
  if (view.sessionPage === '') {
    return <Panel title={transferWords.noDoorTitle}>{transferWords.noDoor}</Panel>
  }
  if (view.waiting === 0) return <Panel>{nothingToCarry}</Panel>
  return (
    <Panel
      title={transferWords.begin(entries(view.waiting))}
      actions={
        <Button kind="primary" onClick={() => location.assign(view.sessionPage)}>
          {transferWords.openSession}
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
        {said.join(' ')} <Link href="/outbox">{transferWords.openQueue}</Link>
      </p>
    )
  )
}

/** Where any is known here that nobody has said to be entered: no run takes them along, whoever has set them. */
const TermMarks = ({ person }: { person: string }) => {
  const { db } = useRuntime()
  const log = useLog(person)
  const cells = useLiveQuery(() => readTermCells(db, log), [db, person])
  const waits = [...(cells?.values() ?? [])].some((one) => one.state !== null && isBacklog(one.state))
  return waits && <p className={styles.rest}>{byHandSentence}</p>
}

export const TransferPage = ({ who }: { who: SignedIn }) => {
  const { hub } = useRuntime()
  const [search] = useSearchParams()
  const { data } = useQuery({
    queryKey: ['transfer'],
    queryFn: () => hub.transfer(),
    refetchInterval: ({ state }) => (state.data?.kind === 'ok' && state.data.value.running ? 1_000 : 5_000),
  })
  if (!data) return <Waiting title={transferWords.title} />
  const refused = search.get('session')
  return (
    <div className={styles.page}>
      <h1>{transferWords.title}</h1>
      {refused && (
        <Panel tone="bad" title={transferWords.notOpenedTitle}>
          {transferWords.notOpened}
        </Panel>
      )}
      {data.kind === 'ok' ? (
        <>
          <Figures view={data.value} />
          {data.value.stopped && (
            <Panel tone="warn" title={transferWords.stoppedTitle}>
              {stopSentences[data.value.stopped]}
            </Panel>
          )}
          <Action view={data.value} />
        </>
      ) : (
        <Panel tone="warn" title={transferWords.notNow}>
          {hubSentence(data)}
        </Panel>
      )}
      <TermMarks person={who.person} />
      <OnTablet person={who.person} />
    </div>
  )
}
