// Three lamps: the network, the school's hub, АИС СРО. Each says what answers now and what was last known.
import { useLiveQuery } from 'dexie-react-hooks'
import { readLamps } from '../../store/device.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { clockTime } from '../messages/time.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useRuntime, useSchool } from '../runtime/use-runtime.ts'

const hubNotes = {
  unknown: 'проверяется',
  answers: 'отвечает',
  silent: 'не отвечает',
  portal: 'отвечает не он',
  busy: 'занят',
  full: 'кончилось место',
  updateNeeded: 'другой версии',
} as const

export const Lamps = () => {
  const { db } = useRuntime()
  const zone = useSchool()?.zone ?? 'UTC'
  const kept = useLiveQuery(() => readLamps(db), [db])
  const { status, online } = useSyncState()
  const answers = status.hub === 'answers'
  const hubAt = status.hubAt ?? kept?.hubAt ?? null
  const aisAt = status.ais?.at ?? kept?.aisAt ?? null
  const seen = (at: string | null, word: string) =>
    at === null ? 'нет сведений' : `${word} ${clockTime(at, zone)}`
  const aisUp = status.ais?.reach === 'up'
  return (
    <>
      <Lamp
        state={answers || online ? 'answers' : 'silent'}
        label="Сеть"
        note={answers || online ? 'есть' : 'нет связи'}
      />
      <Lamp
        state={answers ? 'answers' : status.hub === 'unknown' ? (hubAt ? 'lastKnown' : 'unknown') : 'silent'}
        label="Школьный сервер"
        short="Сервер"
        note={answers ? hubNotes.answers : `${hubNotes[status.hub]}, ${seen(hubAt, 'был в')}`}
      />
      {answers && status.ais ? (
        <Lamp
          state={aisUp ? 'answers' : 'silent'}
          label="АИС СРО"
          note={aisUp ? seen(status.ais.at, 'доступна,') : seen(status.ais.at, 'недоступна,')}
        />
      ) : (
        <Lamp state={aisAt ? 'lastKnown' : 'unknown'} label="АИС СРО" note={seen(aisAt, 'последний раз')} />
      )}
    </>
  )
}
