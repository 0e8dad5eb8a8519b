// Shown when the device's memory can't be opened: nothing can be recorded, and that must be said at once.
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'

export const OpenFailed = () => (
  <main style={{ maxWidth: '40rem', margin: '15vh auto', padding: '0 1rem' }}>
    <Panel
      tone="bad"
      title="Журнал не открылся"
      actions={<Button onClick={() => location.reload()}>Открыть ещё раз</Button>}
    >
      <p role="alert">
        Планшет не дал журналу открыть своё хранилище, поэтому записывать сейчас нельзя. Записанное раньше
        цело. Закройте другие вкладки журнала и окно инкогнито, затем откройте его ещё раз. Если не выйдет,
        ведите урок на бумаге и скажите завучу.
      </p>
    </Panel>
  </main>
)
