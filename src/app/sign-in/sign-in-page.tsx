// Signing in to the school's hub, and out of it. The password goes to the hub once and is kept nowhere.
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { oweSignOut, type SignedIn, signIn } from '../../store/device.ts'
import { knownUnsent, summary } from '../../store/outbox-view.ts'
import { saveFailure } from '../../store/save-failure.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { entries } from '../messages/counts.ts'
import { hubSentence, saveFailureSentences } from '../messages/problems.ts'
import { shellTroubleWords } from '../messages/screens/shell/trouble.ts'
import { signInWords } from '../messages/screens/sign-in.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useRuntime, useSignedIn } from '../runtime/use-runtime.ts'
import { useCount } from '../shell/use-unsent.ts'
import styles from './sign-in.module.css'
import { SignOut, Unsent } from './sign-out.tsx'
import { inSessionTurn, useOwedSignOut } from './use-owed-sign-out.ts'

/** Somebody works here, and another person has just given their own name and password. */
interface InTheWay extends SignedIn {
  unsent: number
}

interface FormProps {
  /** Who works on this tablet, when the hub wants a new sign-in. */
  before: SignedIn | null
}

const useSignIn = ({ before }: FormProps) => {
  const { db, hub, device, wake } = useRuntime()
  const [, go] = useLocation()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [inTheWay, setInTheWay] = useState<InTheWay | null>(null)
  const [busy, setBusy] = useState(false)
  const enter = async (login: string, password: string): Promise<void> => {
    setBusy(true)
    setTrouble(null)
    const outcome = await hub.signIn({ login, password, device })
    setBusy(false)
    if (outcome.kind !== 'ok') {
      const wrong = outcome.kind === 'refused' && outcome.problem.error === 'wrongPassword'
      const unsent = wrong && before ? await knownUnsent(db, { device, person: before.person }) : 0
      const closed = unsent > 0 ? ` ${signInWords.accountClosed(entries(unsent))}` : ''
      return setTrouble(`${hubSentence(outcome)}${closed}`)
    }
    const { person, name, board } = outcome.value
    if (before && before.person !== person) {
      const { unsent } = await summary(db, { device, person: before.person })
      // Nobody else can send it: the new session ends before it has begun, as leaving would be refused.
      if (unsent > 0) {
        const { kind } = await hub.signOut()
        if (kind !== 'ok') await oweSignOut(db)
        return setInTheWay({ ...before, unsent })
      }
    }
    await signIn(db, { person, name, board })
    wake('signedIn')
    go('/', { replace: true })
  }
  const submit = (login: string, password: string): void =>
    void inSessionTurn(() => enter(login, password)).catch((error: unknown) =>
      setTrouble(saveFailureSentences[saveFailure(error).why]),
    )
  return { submit, trouble, busy, inTheWay, back: () => setInTheWay(null) }
}

const SignInForm = (props: FormProps) => {
  const { submit, trouble, busy, inTheWay, back } = useSignIn(props)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    submit(login, password)
  }
  if (inTheWay) return <Unsent {...inTheWay} count={inTheWay.unsent} onBack={back} />
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <TextField
        label={signInWords.name}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <TextField
        label={signInWords.password}
        note={signInWords.passwordNote}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {trouble && (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
      <Button kind="primary" type="submit" wide>
        {busy ? signInWords.checking : signInWords.enter}
      </Button>
    </form>
  )
}

export const SignInPage = () => {
  const who = useSignedIn()
  useOwedSignOut()
  const again = useSyncState((state) => state.status.signInNeeded)
  const unsent = useCount('unsent')
  return (
    <div className={styles.page}>
      {!who && (
        <div className={styles.help}>
          <HelpButton />
        </div>
      )}
      <div className={styles.card}>
        <img src="/icon.svg" width="56" height="56" alt="" />
        <h1>{signInWords.title}</h1>
        {who && again && <p>{shellTroubleWords.signInLead(entries(unsent))}</p>}
        {who && !again ? (
          <SignOut name={who.name} person={who.person} />
        ) : (
          <SignInForm before={who ?? null} />
        )}
      </div>
    </div>
  )
}
