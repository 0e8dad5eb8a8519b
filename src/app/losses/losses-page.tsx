// «Утраченные планшеты»: which tablets are silent, which a deputy has declared lost, and the paper in their place.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { LossesAnswer } from '../../contract/loss-schema.ts'
import { type LossCause, lossCauses } from '../../domain/register/loss.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Panel } from '../../ui/panel.tsx'
import { entries } from '../messages/counts.ts'
import { beforeDeclaring, causeWords, unsentSentence } from '../messages/losses.ts'
import { hubSentence } from '../messages/problems.ts'
import { lossWords } from '../messages/screens/losses/page.ts'
import { dateAndTime, longDate, shortDate, span } from '../messages/time.ts'
import { keepLast } from '../runtime/keep-last.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { LeftFile } from './left-file.tsx'
import { LossPapers } from './loss-papers.tsx'
import styles from './losses.module.css'

type SilentDevice = LossesAnswer['devices'][number]

/** The act has its id from the press that began it: sent twice, it is one. */
interface DeclareProps {
  id: string
  device: SilentDevice
  zone: string
  onDone(): void
}

const Declare = ({ id, device, zone, onDone }: DeclareProps) => {
  const { hub } = useRuntime()
  const queries = useQueryClient()
  const [cause, setCause] = useState<LossCause>('broken')
  const [wrong, setWrong] = useState<string | null>(null)
  const declare = async (): Promise<void> => {
    const outcome = await hub.declareLoss({ id, device: device.device, person: device.person, cause })
    if (outcome.kind !== 'ok') return setWrong(hubSentence(outcome))
    queries.setQueryData(['losses'], outcome)
    onDone()
  }
  return (
    <Panel
      tone="warn"
      title={lossWords.declareTitle(device.name)}
      actions={
        <>
          <Button kind="danger" onClick={() => void declare()}>
            {lossWords.declare}
          </Button>
          <Button onClick={onDone}>{lossWords.doNotDeclare}</Button>
        </>
      }
    >
      <p>
        {lossWords.beforeDeclaring(
          dateAndTime(device.seenAt, zone),
          unsentSentence(device.unsent),
          beforeDeclaring,
        )}
      </p>
      <fieldset className={styles.causes}>
        <legend>{lossWords.what}</legend>
        {lossCauses.map((one) => (
          <label key={one} className={styles.check}>
            <input type="radio" name="cause" checked={cause === one} onChange={() => setCause(one)} />
            {causeWords[one]}
          </label>
        ))}
      </fieldset>
      {wrong && <p role="alert">{wrong}</p>}
    </Panel>
  )
}

const Loss = ({ one, zone }: { one: LossesAnswer['losses'][number]; zone: string }) => {
  const [open, setOpen] = useState(false)
  const { loss, name, declaredByName, from, to, fromPaper, returnedAt } = one
  return (
    <Panel
      title={lossWords.lossTitle(name, causeWords[loss.cause])}
      {...(returnedAt === null ? {} : { tone: 'warn' as const })}
      actions={
        <Button pressed={open} onClick={() => setOpen(!open)}>
          {open ? lossWords.closePaper : lossWords.enterPaper}
        </Button>
      }
    >
      <p>
        {lossWords.declared(
          dateAndTime(loss.declaredAt, zone),
          declaredByName,
          from === to
            ? lossWords.onDay(longDate(from))
            : lossWords.betweenDays(shortDate(from), shortDate(to)),
          entries(fromPaper),
        )}
      </p>
      {returnedAt !== null && <p>{lossWords.cameBack(dateAndTime(returnedAt, zone))}</p>}
      {open && <LossPapers loss={loss.id} from={from} to={to} />}
    </Panel>
  )
}

export const LossesPage = () => {
  const { hub } = useRuntime()
  const [chosen, setChosen] = useState<{ id: string; device: SilentDevice } | null>(null)
  const { data } = useQuery({
    queryKey: ['losses'],
    queryFn: () => hub.losses(),
    refetchInterval: 30_000,
    structuralSharing: keepLast,
  })
  if (!data) return null
  if (data.kind !== 'ok') {
    return (
      <div className={styles.page}>
        <Panel tone="warn" title={lossWords.unavailable}>
          {hubSentence(data)}
        </Panel>
      </div>
    )
  }
  const { devices, losses, zone, serverTime } = data.value
  return (
    <div className={styles.page}>
      <h1>{lossWords.title}</h1>
      {chosen && <Declare key={chosen.id} {...chosen} zone={zone} onDone={() => setChosen(null)} />}
      {losses.map((one) => (
        <Loss key={one.loss.id} one={one} zone={zone} />
      ))}
      <LeftFile />
      {devices.length === 0 && <EmptyState title={lossWords.none} />}
      {devices.length > 0 && (
        <section aria-label={lossWords.tablets}>
          <h2>{lossWords.tabletsHead}</h2>
          <ul className={styles.devices}>
            {devices.map((one) => (
              <li key={`${one.device}/${one.person}`}>
                <span>
                  <b>{one.name}</b>
                  {lossWords.lastContact(span(Date.parse(serverTime) - Date.parse(one.seenAt)))}
                  <small>{unsentSentence(one.unsent)}</small>
                </span>
                <Button onClick={() => setChosen({ id: v7(), device: one })}>{lossWords.lost}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
