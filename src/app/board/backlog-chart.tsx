// The backlog as a step line with the outage's band and both due lines; the table below says the same in numbers.
import type { BacklogHistory } from '../../contract/board-schema.ts'
import { dateAt, momentOf, plusDays } from '../../domain/time.ts'
import { backlogWords } from '../messages/screens/board/backlog.ts'
import { deadline, shortDate } from '../messages/time.ts'
import styles from './chart.module.css'
import { chartTop } from './chart-top.ts'

const width = 360
const height = 190
const left = 40
const bottom = 22
const top = 18

const scaleOf = ({ steps, outages, serverTime }: BacklogHistory) => {
  const dues = outages.flatMap((one) => one.due ?? [])
  const first = Date.parse(steps[0]?.at ?? serverTime)
  const last = Math.max(Date.parse(serverTime), ...dues.map((at) => Date.parse(at)), first + 3_600_000)
  const most = chartTop(Math.max(0, ...steps.map((one) => one.waiting)))
  return {
    ...{ first, last, most },
    x: (at: string): number => {
      const part = (Date.parse(at) - first) / (last - first)
      return left + Math.min(1, Math.max(0, part)) * (width - left - 6)
    },
    y: (waiting: number): number => top + (1 - waiting / most) * (height - top - bottom),
  }
}

type Scale = ReturnType<typeof scaleOf>

const linePath = ({ steps }: BacklogHistory, { x, y }: Scale): string =>
  steps
    .map((one, at) => (at === 0 ? `M${x(one.at)} ${y(one.waiting)}` : `H${x(one.at)}V${y(one.waiting)}`))
    .join('')

const Band = ({ history, scale }: { history: BacklogHistory; scale: Scale }) =>
  history.outages.map((one) => {
    const [from, to] = [scale.x(one.openedAt), scale.x(one.restoredAt ?? history.serverTime)]
    return (
      <g key={one.no}>
        <rect
          className={styles.band}
          x={from}
          y={top}
          width={Math.max(2, to - from)}
          height={height - top - bottom}
        />
        <text x={from + 3} y={top - 5} className={styles.small}>
          {backlogWords.outage(one.no)}
        </text>
      </g>
    )
  })

const Dues = ({ history, scale }: { history: BacklogHistory; scale: Scale }) =>
  history.outages.map(
    (one) =>
      one.due &&
      one.strict && (
        <g key={one.no}>
          {one.strict !== one.due && (
            <line
              className={styles.strict}
              x1={scale.x(one.strict)}
              x2={scale.x(one.strict)}
              y1={top}
              y2={height - bottom}
            />
          )}
          <line
            className={styles.due}
            x1={scale.x(one.due)}
            x2={scale.x(one.due)}
            y1={top}
            y2={height - bottom}
          />
          <text x={scale.x(one.due)} y={top - 5} className={styles.dueWord}>
            {backlogWords.due}
          </text>
        </g>
      ),
  )

/** A date's words are so wide, and the first of them begin at the line of the first step. */
const wordWidth = 46

/** Midnights of the school, as many as have room for their words. */
const Days = ({ history, scale }: { history: BacklogHistory; scale: Scale }) => {
  const { zone } = history
  const from = dateAt(new Date(scale.first).toISOString(), zone)
  const days = Math.ceil((scale.last - scale.first) / 86_400_000)
  const shown: { date: string; x: number }[] = []
  for (let n = 0; n <= days; n += 1) {
    const date = plusDays(from, n)
    const x = scale.x(momentOf(date, '00:00', zone))
    const free = (shown.at(-1)?.x ?? Number.NEGATIVE_INFINITY) + wordWidth
    if (x >= free && x + wordWidth <= width) shown.push({ date, x })
  }
  return shown.map(({ date, x }) => (
    <text key={date} x={x + 2} y={height - 6} className={styles.small}>
      {shortDate(date)}
    </text>
  ))
}

export const BacklogChart = ({ history }: { history: BacklogHistory }) => {
  const scale = scaleOf(history)
  const last = history.steps.at(-1)
  const due = history.outages.find((one) => one.due !== null)?.due
  const term = due ? backlogWords.dueAt(deadline(due, history.zone)) : ''
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={backlogWords.chartLabel(last?.waiting ?? 0, term)}
    >
      <Band history={history} scale={scale} />
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line
            className={styles.grid}
            x1={left}
            x2={width - 6}
            y1={scale.y(scale.most * part)}
            y2={scale.y(scale.most * part)}
          />
          <text x={left - 6} y={scale.y(scale.most * part) + 4} className={styles.axis}>
            {scale.most * part}
          </text>
        </g>
      ))}
      <Days history={history} scale={scale} />
      <Dues history={history} scale={scale} />
      <path className={styles.line} d={linePath(history, scale)} />
      {last && <circle className={styles.now} cx={scale.x(last.at)} cy={scale.y(last.waiting)} r="3.5" />}
    </svg>
  )
}
