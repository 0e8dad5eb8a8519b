// Shown when the device's memory can't be opened: nothing can be recorded, and that must be said at once. What the second
// copy holds unsent can be taken away in a file; nothing here deletes anything.
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { openOpfsCopy } from '../../second-copy/opfs-copy.ts'
import { RescuedFiles } from './rescued-files.tsx'
import styles from './trouble.module.css'

export const OpenFailed = () => {
  const [copy] = useState(openOpfsCopy)
  return (
    <main className={styles.alone}>
      <Panel
        page
        tone="bad"
        title={shellTroubleWords.notOpenedTitle}
        actions={<Button onClick={() => location.reload()}>{shellTroubleWords.openAgain}</Button>}
      >
        <p role="alert">{shellTroubleWords.notOpened}</p>
      </Panel>
      {copy && <RescuedFiles read={copy.read} />}
    </main>
  )
}
