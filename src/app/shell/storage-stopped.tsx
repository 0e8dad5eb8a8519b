// The tablet's storage has failed: nothing is written any more, so that what is there stays there.
import type { SignedIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { saveFailureSentences } from '../messages/problems.ts'
import { useQueueExport } from '../outbox/spare-way.tsx'
import { useMemoryState } from '../runtime/memory-state.ts'

export const StorageStopped = ({ who }: { who: SignedIn }) => {
  const stopped = useMemoryState((state) => state.stopped)
  const exportNow = useQueueExport(who.person)
  if (!stopped) return null
  return (
    <Panel
      tone="bad"
      role="alert"
      title="Запись остановлена"
      actions={
        <>
          <Button onClick={() => location.reload()}>Открыть журнал заново</Button>
          <Button onClick={() => void exportNow()}>Выгрузить неотправленное в файл</Button>
        </>
      }
    >
      {saveFailureSentences[stopped.why]} До нового открытия журнал ничего не пишет, чтобы не повредить
      записанное.
    </Panel>
  )
}
