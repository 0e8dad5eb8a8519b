// In a tab whose storage a newer one has taken over, once somebody has come or left there: nothing of the person of before
// is shown any more, and who works here now can't be read.
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import styles from './trouble.module.css'

export const WhoUnread = () => (
  <main className={styles.alone}>
    <Panel
      page
      tone="bad"
      title={shellTroubleWords.whoUnreadTitle}
      actions={
        <Button kind="primary" onClick={() => location.reload()}>
          {shellTroubleWords.reopen}
        </Button>
      }
    >
      <p role="alert">{shellTroubleWords.whoUnread}</p>
    </Panel>
  </main>
)
