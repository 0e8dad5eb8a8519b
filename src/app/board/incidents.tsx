// Tablets whose log something has happened to: each loss until a deputy has dealt with it, missing numbers, a copied log.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BoardAnswer } from '../../contract/board-schema.ts'
import type { DealtIncident, OpenIncident } from '../../contract/loss-schema.ts'
import { Button } from '../../ui/button.tsx'
import { type DataRow, DataTable } from '../../ui/data-table.tsx'
import { forkForDeputy, gapsForDeputy, incidentForDeputy } from '../messages/memory.ts'
import { hubSentence } from '../messages/problems.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { boardListWords } from '../messages/screens/board/lists.ts'
import { dateAndTime } from '../messages/time.ts'
import { type Placed, useKeptPlaces } from '../runtime/kept-places.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

const Dealt = ({ told, gone, zone }: { told: OpenIncident; gone: boolean; zone: string }) => {
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
      {gone ? (
        boardListWords.waitsNoMore
      ) : (
        <Button onClick={() => void say({ device, person, at })}>
          {boardListWords.dealt}
          <span className="visually-hidden">{boardListWords.dealtWhich(name, dateAndTime(at, zone))}</span>
        </Button>
      )}
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  )
}

const keyOf = ({ device, person, at }: OpenIncident): string => [device, person, at].join(' ')

/** Each loss by itself. */
const lossRow = ({ row: told, gone }: Placed<OpenIncident>, zone: string): DataRow => ({
  key: keyOf(told),
  cells: [told.name, incidentForDeputy(told, zone), <Dealt key="act" {...{ told, gone, zone }} />],
})

/** A hub of before knows the last loss of a tablet alone, and nobody can deal with it there. */
const formerly = ({ incidents, devices, zone }: BoardAnswer): DataRow[] =>
  incidents
    ? []
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

const none: readonly OpenIncident[] = []

export const Incidents = ({ board }: { board: BoardAnswer }) => {
  const losses = useKeptPlaces(board.incidents ?? none, keyOf)
  const rows = [
    ...losses.map((one) => lossRow(one, board.zone)),
    ...formerly(board),
    ...missing(board),
    ...copied(board),
  ]
  return rows.length === 0 ? null : (
    <DataTable
      caption={boardListWords.incidentsCaption}
      head={[boardColumns.teacher, boardListWords.storage, boardListWords.toDo]}
      rows={rows}
    />
  )
}
