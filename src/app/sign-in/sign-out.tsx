// Leaving the tablet to somebody else: not while anything waits here, unless it is in a file or a phrase is typed.
import { useState } from 'react'
import { signOut } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { entries } from '../messages/counts.ts'
import { sendWords } from '../messages/screens/outbox/sending.ts'
import { signInWords } from '../messages/screens/sign-in.ts'
import { useQueueExport } from '../outbox/spare-way.tsx'
import { heard } from '../runtime/heard.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

const phrase = signInWords.leavePhrase

interface Leaver {
  name: string
  person: string
}

/** What of `person` waits here, and the ways to leave it to another all the same. */
export const Unsent = ({ name, count, person, onBack }: Leaver & { count: number; onBack?: () => void }) => {
  const { db, device } = useRuntime()
  const exportNow = useQueueExport(person)
  const [typed, setTyped] = useState('')
  const [failed, setFailed] = useState(false)
  const leave = async (): Promise<void> => void (await signOut(db, { device, person }, true))
  return (
    <Panel
      tone="warn"
      title={signInWords.unsentTitle}
      actions={
        <>
          <Button
            onClick={() =>
              void exportNow()
                .then(leave)
                .catch(() => setFailed(true))
            }
          >
            {signInWords.exportAndLeave}
          </Button>
          {typed.trim().toLowerCase() === phrase && (
            <Button kind="danger" onClick={() => heard(leave())}>
              {signInWords.leaveWithoutFile}
            </Button>
          )}
          {onBack && (
            <Button kind="quiet" onClick={onBack}>
              {signInWords.backToSignIn}
            </Button>
          )}
        </>
      }
    >
      <p role="alert">{signInWords.unsentLead(entries(count), name)}</p>
      {failed && <p role="alert">{sendWords.exportFailed}</p>}
      <TextField
        label={signInWords.orType(phrase)}
        note={signInWords.unsentNote}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </Panel>
  )
}

export const SignOut = ({ name, person }: Leaver) => {
  const { db, device } = useRuntime()
  const [count, setCount] = useState<number | null>(null)
  const leave = async (): Promise<void> => {
    const outcome = await signOut(db, { device, person })
    if (outcome.kind === 'unsent') setCount(outcome.count)
  }
  if (count !== null) return <Unsent {...{ name, person, count }} />
  return (
    <Panel
      title={signInWords.workingHere(name)}
      actions={<Button onClick={() => heard(leave())}>{signInWords.leave}</Button>}
    >
      {signInWords.whatLeavingDoes}
    </Panel>
  )
}
