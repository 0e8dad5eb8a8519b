// Three lamps: the network, the school's hub, АИС СРО. Each says what answers now and what was last known.
import { useShallow } from 'zustand/react/shallow'
import { noLamps } from '../../store/device.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { frameWords } from '../messages/screens/shell/frame.ts'
import { useKept } from '../runtime/kept-facts.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'
import { type LampStatus, lampRows } from './lamp-rows.ts'

export const Lamps = () => {
  const zone = useSchool()?.zone ?? 'UTC'
  const kept = useKept('lamps') ?? noLamps
  const status = useSyncState(
    useShallow(({ status: { hub, hubAt, networkAt, ais } }): LampStatus => ({ hub, hubAt, networkAt, ais })),
  )
  const { network, server, ais } = lampRows(status, kept, useNow(), zone)
  return (
    <>
      <Lamp label={frameWords.network} {...network} />
      <Lamp label={frameWords.hub} short={frameWords.hubShort} {...server} />
      <Lamp label={frameWords.ais} {...ais} />
    </>
  )
}
