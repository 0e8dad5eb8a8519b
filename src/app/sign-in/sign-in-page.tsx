// Signing in to the school's hub, and out of it. The password goes to the hub once and is kept nowhere.
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { signIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { hubSentence } from '../messages/problems.ts'
import { signInWords } from '../messages/screens/sign-in.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useRuntime, useSignedIn } from '../runtime/use-runtime.ts'
import styles from './sign-in.module.css'
import { SignOut } from './sign-out.tsx'

const useSignIn = () => {
  const { db, hub, device, wake } = useRuntime()
  const [, go] = useLocation()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const enter = async (login: string, password: string): Promise<void> => {
    setBusy(true)
    setTrouble(null)
    const outcome = await hub.signIn({ login, password, device })
    setBusy(false)
    if (outcome.kind !== 'ok') return setTrouble(hubSentence(outcome))
    const { person, name, board } = outcome.value
    await signIn(db, { person, name, board })
    wake('signedIn')
    go('/', { replace: true })
  }
  return { enter, trouble, busy }
}

const SignInForm = () => {
  const { enter, trouble, busy } = useSignIn()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void enter(login, password)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
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
  const again = useSyncState((state) => state.status.signInNeeded)
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
        {who && !again ? <SignOut name={who.name} person={who.person} /> : <SignInForm />}
      </div>
    </div>
  )
}
