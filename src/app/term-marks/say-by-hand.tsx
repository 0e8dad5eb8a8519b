// A person says that the marks of a column were entered into АИС by hand: no door carries them, nobody else can tell.
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { v7 } from 'uuid'
import type { GiveUpAct } from '../../contract/not-carried-schema.ts'
import { maySayByHand } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import type { CellView } from '../../store/cell-view.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { hubSentence } from '../messages/problems.ts'
import { sayByHandWords } from '../messages/screens/term-marks.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { isSame, stillUntold } from './untold.ts'

interface SayByHandProps {
  school: School
  person: string
  column: string
  /** Every mark of the column that is known here. */
  marks: readonly CellView[]
}

type Seen = GiveUpAct['cells']

/** Of these marks those that wait on the hub, with their holders as it told them; one not yet told is not among them. */
const useOnHub = ({ school, person, marks }: Omit<SayByHandProps, 'column'>): Seen => {
  const { db } = useRuntime()
  const waiting = marks.filter((one) => one.state === 'accepted' && maySayByHand(school, person, one.cell))
  const keys = waiting.map((one) => one.key)
  const pulled = useLiveQuery(() => db.cell.bulkGet(keys), [db, keys.join()], [])
  return waiting.flatMap(({ key, follows }) => {
    const row = pulled.find((one) => one?.key === key && one.state === 'accepted')
    const holders = row?.holders.map((one) => one.entry) ?? []
    return follows.every((id) => holders.includes(id)) && holders.length > 0 ? [{ key, holders }] : []
  })
}

interface SayOfProps {
  column: string
  marks: Seen
  /** So many were said; none where they had moved. */
  onSaid?(marks: number): void
}

/**
 * The act over what stands open. `act` is over the marks as they stood when it was asked: sent again after a lost answer
 * it is the same one.
 */
export const SayOf = ({ column, marks, onSaid }: SayOfProps) => {
  const { hub } = useRuntime()
  const [act, setAct] = useState<GiveUpAct | null>(null)
  const [said, setSaid] = useState(0)
  const [untold, setUntold] = useState<Seen>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  // Once the hub has told of the act, a mark that is open again is owed again, whoever holds it.
  useEffect(() => setUntold(stillUntold(untold, marks)), [marks, untold])
  const open = marks.filter((one) => !untold.some((other) => isSame(one, other)))
  const ask = (next: GiveUpAct | null): void => {
    setAct(next)
    setTrouble(null)
  }
  const send = async (sent: GiveUpAct): Promise<void> => {
    const outcome = await hub.giveUpTransfer(sent)
    if (outcome.kind === 'unreachable') return setTrouble(sayByHandWords.noHub)
    if (outcome.kind !== 'ok') return setTrouble(hubSentence(outcome))
    ask(null)
    if (outcome.value.moved) setTrouble(sayByHandWords.moved)
    else {
      setSaid(sent.cells.length)
      setUntold(sent.cells)
    }
    onSaid?.(outcome.value.moved ? 0 : sent.cells.length)
  }
  return (
    <>
      {act && (
        <Panel
          title={sayByHandWords.title}
          actions={
            <>
              <Button kind="danger" onClick={() => void send(act)}>
                {sayByHandWords.confirm(act.cells.length)}
              </Button>
              <Button onClick={() => ask(null)}>{sayByHandWords.cancel}</Button>
            </>
          }
        >
          {sayByHandWords.before(column)}
        </Panel>
      )}
      {!act && open.length > 0 && (
        <div>
          <Button onClick={() => ask({ id: v7(), cells: open, cause: 'byHand', note: '' })}>
            {sayByHandWords.begin(open.length)}
          </Button>
        </div>
      )}
      {trouble && <p role="alert">{trouble}</p>}
      {!act && !trouble && said > 0 && <p role="status">{sayByHandWords.said(said)}</p>}
    </>
  )
}

export const SayByHand = ({ column, ...rest }: SayByHandProps) => (
  <SayOf column={column} marks={useOnHub(rest)} />
)
