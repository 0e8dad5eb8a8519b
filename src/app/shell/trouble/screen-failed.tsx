// Stands in a screen's place when it could not be drawn, for example because IndexedDB was closed under it: an empty page
// would say nothing of what is safe. React asks for a class here.
import { Component, type ReactNode } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { screenFailed } from '../../messages/memory.ts'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { useMemoryState } from '../../runtime/memory-state.ts'
import { RuntimeContext } from '../../runtime/use-runtime.ts'
import { RescuedFiles } from './rescued-files.tsx'
import styles from './trouble.module.css'

export class ScreenBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  static override contextType = RuntimeContext
  declare context: React.ContextType<typeof RuntimeContext>
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const said = useMemoryState.getState().closed
      ? { title: shellTroubleWords.notReadTitle, text: shellTroubleWords.newerTab }
      : screenFailed
    return (
      <main className={styles.alone}>
        <Panel
          page
          tone="bad"
          title={said.title}
          actions={<Button onClick={() => location.reload()}>{shellTroubleWords.reopen}</Button>}
        >
          <p role="alert">{said.text}</p>
        </Panel>
        {this.context && <RescuedFiles read={this.context.readCopy} />}
      </main>
    )
  }
}
