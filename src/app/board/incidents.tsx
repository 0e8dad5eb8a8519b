// Tablets whose log something has happened to: each loss until a deputy has dealt with it, missing numbers, a copied log.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BoardAnswer } from '../../contract/board-schema.ts'
import type { DealtIncident, OpenIncident } from '../../contract/loss-schema.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { forkForDeputy, gapsForDeputy, incidentForDeputy } from '../messages/memory.ts'
import { hubSentence } from '../messages/problems.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { boardListWords } from '../messages/screens/board/lists.ts'
import { dateAndTime } from '../messages/time.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

const Dealt = ({ told, zone }: { told: OpenIncident; zone: string }) => {
  const { hub } = useRuntime()
  const queries = useQueryClient()
  const [trouble, setTrouble] = useState<string | null>(null)
  const { device, person, at, name } = told
  const say = async (act: DealtIncident): Promise<void> => {
    const outcome = await hub.dealWithIncident(act)
    if (outcome.kind !== 'ok') return setTrouble(hubSentence(outcome))
    setTrouble(outcome.value.moved ? boardListWords.dealtUnknown : null)
    await queries.invalidateQueries({ queryKey: ['board'] })
  }
  return (
    <div>
      <Button onClick={() => void say({ device, person, at })}>
        {boardListWords.dealt}
        <span className="visually-hidden">{boardListWords.dealtWhich(name, dateAndTime(at, zone))}</span>
      </Button>
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  )
}

/** Each loss by itself; a hub of before knows the last one of a tablet alone, and nobody can deal with it there. */
const losses = ({ incidents, devices, zone }: BoardAnswer) =>
  incidents
    ? incidents.map((told) => ({
        key: [told.device, told.person, told.at].join(' '),
        cells: [told.name, incidentForDeputy(told, zone), <Dealt key="act" {...{ told, zone }} />],
      }))
    : devices.flatMap(({ device, person, name, incident }) =>
        incident === null
          ? []
          : [{ key: `${device} ${person}`, cells: [name, incidentForDeputy(incident, zone), ''] }],
      )

const missing = ({ devices }: BoardAnswer) =>
  devices.flatMap(({ device, person, name, gaps = [] }) =>
    gaps.length === 0 ? [] : [{ key: `gaps ${device} ${person}`, cells: [name, gapsForDeputy(gaps), ''] }],
  )

const copied = ({ devices, zone }: BoardAnswer) =>
  devices.flatMap(({ device, person, name, forked }) =>
    forked === undefined
      ? []
      : [{ key: `fork ${device} ${person}`, cells: [name, forkForDeputy(forked, zone), ''] }],
  )

export const Incidents = ({ board }: { board: BoardAnswer }) => {
  const rows = [...losses(board), ...missing(board), ...copied(board)]
  return rows.length === 0 ? null : (
    <DataTable
      caption={boardListWords.incidentsCaption}
      head={[boardColumns.teacher, boardListWords.storage, boardListWords.toDo]}
      rows={rows}
    />
  )
}
