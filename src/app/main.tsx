// Starts the app: opens the device's memory, then shows the screens. It alone knows everything.
import '@fontsource-variable/golos-text'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/forced-colors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { registerWorker } from './pwa/register-worker.ts'
import { createRuntime } from './runtime/runtime.ts'
import { RuntimeContext } from './runtime/use-runtime.ts'
import { wireWakeUps } from './runtime/wake-up.ts'
import { App } from './shell/app.tsx'
import { OpenFailed } from './shell/trouble/open-failed.tsx'
import { ScreenBoundary } from './shell/trouble/screen-failed.tsx'
import { showKeptTheme } from './theme/theme.ts'

showKeptTheme()
const root = createRoot(document.getElementById('root') as HTMLElement)

registerWorker()
try {
  const runtime = await createRuntime()
  wireWakeUps(runtime)
  root.render(
    <StrictMode>
      <RuntimeContext value={runtime}>
        <ScreenBoundary>
          <App />
        </ScreenBoundary>
      </RuntimeContext>
    </StrictMode>,
  )
} catch {
  root.render(<OpenFailed />)
}
