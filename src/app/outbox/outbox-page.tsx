// «Очередь»: everything this person recorded on this tablet, by state; the sum is written out.
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { EntryId } from '../../domain/entry.ts'
import { allTold } from '../../domain/log-gap.ts'
import type { SignedIn } from '../../store/device.ts'
import { listEntries } from '../../store/outbox-view.ts'
import {
  readGapsTold,
  readLastReceipt,
  readReadRefusals,
  readSum,
  withForerunners,
} from '../../store/reading/queue-facts.ts'
import { withSending } from '../../store/reading/sending.ts'
import { EmptyState, Panel } from '../../ui/panel.tsx'
import { outboxWords } from '../messages/screens/outbox/page.ts'
import { sentFirst } from '../messages/screens/queue.ts'
import { stateWords } from '../messages/states.ts'
import { dateAndTime } from '../messages/time.ts'
import { heard } from '../runtime/heard.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useLog, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { Attention } from './attention.tsx'
import { LessonGroups } from './lesson-groups.tsx'
import styles from './outbox.module.css'
import { queueView } from './queue-view.ts'
import { Sending } from './sending.tsx'
import { SpareWay } from './spare-way.tsx'
import { StateGroup } from './state-group.tsx'
import { StateLegend } from './state-legend.tsx'
import { StateTiles } from './state-tiles.tsx'

const useQueue = (person: string) => {
  const { db } = useRuntime()
  const log = useLog(person)
  return useLiveQuery(
    async () => ({
      list: await listEntries(db, log),
      ...(await readSum(db, log)),
      gapsTold: await readGapsTold(db, log),
      receiptAt: await readLastReceipt(db, log),
      read: await readReadRefusals(db),
    }),
    [db, log.person],
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const AllSent = ({ receiptAt, zone, refused }: AllSentProps) => (
  <Panel>
    <b>{refused > 0 ? outboxWords.sentRefused(refused) : outboxWords.allSent}</b>{' '}
    {receiptAt && outboxWords.lastReceipt(dateAndTime(receiptAt, zone))} {outboxWords.whereTransferred}
  </Panel>
)

interface AllSentProps {
  receiptAt: string | null
  zone: string
  refused: number
}

export const OutboxPage = ({ who }: { who: SignedIn }) => {
  const { db, sendFirst } = useRuntime()
  const school = useSchool() ?? null
  const { status } = useSyncState()
  const [asked, setAsked] = useState<number | null>(null)
  const found = useQueue(who.person)
  if (!found) return null
  const { list, recorded, gaps, gapsTold, receiptAt, read } = found
  const view = queueView(withSending(list, status.batch), status.held, read)
  const onSendFirst = async (ids: readonly EntryId[]): Promise<void> => {
    sendFirst(await withForerunners(db, ids))
    setAsked(ids.length)
  }
  const send = (ids: readonly EntryId[]): void => heard(onSendFirst(ids))
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{outboxWords.title}</h1>
        <p>{outboxWords.onlyYours}</p>
      </header>
      {list.length === 0 && gaps.length === 0 ? (
        <EmptyState title={outboxWords.emptyTitle}>{outboxWords.empty}</EmptyState>
      ) : (
        <>
          <StateTiles byState={view.byState} {...{ recorded, gaps }} told={allTold(gaps, gapsTold)} />
          {view.byState.queued + view.byState.sending > 0 ? (
            <Sending note={asked === null ? null : sentFirst(asked, status.hub === 'answers')} />
          ) : (
            <AllSent
              receiptAt={receiptAt}
              zone={school?.zone ?? 'UTC'}
              refused={view.byState.refused - view.mended.length}
            />
          )}
          <Attention list={view.attention} school={school} onSendFirst={send} />
          <LessonGroups lessons={view.lessons} school={school} onSendFirst={send} />
          {view.rest.map(([state, own]) => (
            <StateGroup key={state} title={capital(stateWords[state])} list={own} {...{ state, school }} />
          ))}
          {view.mended.length > 0 && (
            <StateGroup
              state="refused"
              title={outboxWords.settledTitle}
              meaning={outboxWords.settledMeaning}
              list={view.mended}
              school={school}
            />
          )}
        </>
      )}
      <SpareWay who={who} />
      <StateLegend />
    </div>
  )
}
