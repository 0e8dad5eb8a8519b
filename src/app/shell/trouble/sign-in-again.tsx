// The hub wants a new sign-in: recording goes on, sending waits, and that is said on every screen. In the place of the
// badge, so that nothing of the screen moves.
import { LogIn } from 'lucide-react'
import { useLocation } from 'wouter'
import { entries } from '../../messages/counts.ts'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { useAnnounced } from '../announcer.tsx'
import styles from '../strip.module.css'
import { useCount } from '../use-unsent.ts'

export const SignInAgain = () => {
  const unsent = useCount('unsent')
  const [, go] = useLocation()
  useAnnounced(shellTroubleWords.signInTitle)
  return (
    <button
      type="button"
      className={styles.badge}
      data-alarm="old"
      title={shellTroubleWords.signInLead(entries(unsent))}
      onClick={() => go('/sign-in')}
    >
      <LogIn size={18} aria-hidden="true" />
      <span>
        <b>{shellTroubleWords.signIn}</b>
        <small>{shellTroubleWords.signInTitle}</small>
      </span>
    </button>
  )
}
