// «?», on every screen.
import { helpWords } from '../messages/screens/help.ts'
import styles from './help.module.css'
import { useHelp } from './help-state.ts'

export const HelpButton = () => {
  const open = useHelp((help) => help.open)
  return (
    <button type="button" className={styles.ask} aria-label={helpWords.title} onClick={() => open('screen')}>
      <span aria-hidden="true">?</span>
    </button>
  )
}
