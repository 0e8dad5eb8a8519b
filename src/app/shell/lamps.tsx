// Three lamps: the network, the school's hub, АИС СРО. Each says what answers now and what was last known.
import { useLiveQuery } from 'dexie-react-hooks'
import { noLamps, readLamps } from '../../store/device.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { useSyncState } from '../runtime/sync-state.ts'
import { useNow, useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { lampRows } from './lamp-rows.ts'

export const Lamps = () => {
  const { db } = useRuntime()
  const zone = useSchool()?.zone ?? 'UTC'
  const kept = useLiveQuery(() => readLamps(db), [db], noLamps)
  const status = useSyncState((state) => state.status)
  const { network, server, ais } = lampRows(status, kept, useNow(), zone)
  return (
    <>
      <Lamp label="Сеть" {...network} />
      <Lamp label="Школьный сервер" short="Сервер" {...server} />
      <Lamp label="АИС СРО" {...ais} />
    </>
  )
}
