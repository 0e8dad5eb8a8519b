// Above the board while it matters: the hub was put back from a copy, and whose tablets have not spoken since.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { Panel } from '../../ui/panel.tsx'
import { awaitedSentence, restoredSentence, restoredTitle } from '../messages/screens/restored.ts'

export const RestoredPanel = ({ board: { restored, devices, zone } }: { board: BoardAnswer }) => {
  if (!restored) return null
  const silent = devices.filter((one) => one.seenAt < restored.at).map((one) => one.name)
  return (
    <Panel tone="warn" title={restoredTitle(restored, zone)}>
      <p>{restoredSentence}</p>
      <p>{awaitedSentence([...new Set(silent)])}</p>
    </Panel>
  )
}
