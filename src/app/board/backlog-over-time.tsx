// «Не перенесено» over time: the chart, and its twin in numbers day by day.
import { useQuery } from '@tanstack/react-query'
import type { BacklogHistory } from '../../contract/board-schema.ts'
import { stepAt } from '../../domain/control/backlog-steps.ts'
import { dateAt, momentOf, plusDays } from '../../domain/time.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { backlogWords } from '../messages/screens/board/backlog.ts'
import { boardColumns } from '../messages/screens/board/columns.ts'
import { clockTime, shortDate } from '../messages/time.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { BacklogChart } from './backlog-chart.tsx'

/** The hour of the daily summary. */
const hour = '14:00'

/** Each day since the first step at 14:00, the last one now. */
const dayRows = ({ steps, serverTime, zone }: BacklogHistory) => {
  const first = steps[0]
  if (!first) return []
  const today = dateAt(serverTime, zone)
  const rows = []
  for (let date = dateAt(first.at, zone); date <= today; date = plusDays(date, 1)) {
    const wanted = momentOf(date, hour, zone)
    const at = date === today ? serverTime : wanted
    rows.push({ date, now: date === today, time: clockTime(at, zone), ...stepAt(steps, at) })
  }
  return rows
}

export const BacklogOverTime = () => {
  const { hub } = useRuntime()
  const { data } = useQuery({
    queryKey: ['board', 'backlog'],
    queryFn: () => hub.backlogHistory(),
    refetchInterval: 30_000,
  })
  if (data?.kind !== 'ok' || data.value.steps.length === 0) return null
  const history = data.value
  return (
    <>
      <Panel title={backlogWords.title}>
        <BacklogChart history={history} />
      </Panel>
      <DataTable
        dense
        caption={backlogWords.tableCaption(hour)}
        head={[
          backlogWords.at,
          backlogWords.recorded,
          backlogWords.carried,
          backlogWords.verified,
          boardColumns.left,
        ]}
        rows={dayRows(history).map((row) => ({
          key: row.date,
          cells: [
            row.now ? backlogWords.now(row.time) : shortDate(row.date),
            row.recorded,
            row.carried + row.verified,
            row.verified,
            <b key="waiting">{row.waiting}</b>,
          ],
        }))}
      />
    </>
  )
}
