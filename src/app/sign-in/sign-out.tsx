// Leaving the tablet to somebody else: not while anything waits here, unless it is in a file or a phrase is typed.
import { useState } from 'react'
import { signOut } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { entries } from '../messages/counts.ts'
import { signInWords } from '../messages/screens/sign-in.ts'
import { useQueueExport } from '../outbox/spare-way.tsx'
import { useRuntime } from '../runtime/use-runtime.ts'

const phrase = signInWords.leavePhrase

interface Leaver {
  name: string
  person: string
}

const Unsent = ({ name, count, leave, person }: Leaver & { count: number; leave(): Promise<void> }) => {
  const exportNow = useQueueExport(person)
  const [typed, setTyped] = useState('')
  return (
    <Panel
      tone="warn"
      title={signInWords.unsentTitle}
      actions={
        <>
          <Button
            onClick={async () => {
              await exportNow()
              await leave()
            }}
          >
            {signInWords.exportAndLeave}
          </Button>
          {typed.trim().toLowerCase() === phrase && (
            <Button kind="danger" onClick={() => void leave()}>
              {signInWords.leaveWithoutFile}
            </Button>
          )}
        </>
      }
    >
      <p role="alert">{signInWords.unsentLead(entries(count), name)}</p>
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
  const { db, hub, device } = useRuntime()
  const [count, setCount] = useState<number | null>(null)
  const leave = async (evenUnsent: boolean): Promise<void> => {
    const outcome = await signOut(db, { device, person }, evenUnsent)
    if (outcome.kind === 'unsent') return setCount(outcome.count)
    await hub.signOut()
  }
  if (count !== null) return <Unsent {...{ name, person, count }} leave={() => leave(true)} />
  return (
    <Panel
      title={signInWords.workingHere(name)}
      actions={<Button onClick={() => void leave(false)}>{signInWords.leave}</Button>}
    >
      {signInWords.whatLeavingDoes}
    </Panel>
  )
}
