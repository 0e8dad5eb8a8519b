// The bells of a shift, usual or of shortened days: each period with its two times, and one more at the end.
import { useState } from 'react'
import type { Bell, School } from '../../../domain/school.ts'
import { plusDays, type SchoolDate } from '../../../domain/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { schoolFields } from '../../messages/screens/school/fields.ts'
import { bellTitles, timetableWords } from '../../messages/screens/school/timetable.ts'
import { shortDate } from '../../messages/time.ts'
import styles from '../school.module.css'
import type { EditLists } from '../use-school-lists.ts'
import { type BellKind, type BellRow, bellEdits, ofKind, rowsOf } from './bell-edits.ts'

interface BellsFormProps {
  school: School
  kind: BellKind
  today: SchoolDate
  edit: EditLists
}

/** The next period of a shift begins ten minutes after the last; a new shift after the last of the first. */
const oneMore = (rows: readonly BellRow[], shift: string): BellRow => {
  const own = rows.filter((one) => one.shift === shift)
  const last = own.at(-1) ?? rows.at(-1)
  const later = (time: string, minutes: number): string => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    const at = Math.min(hour * 60 + minute + minutes, 23 * 60 + 59)
    return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  }
  const begins = later(last?.ends ?? '08:20', 10)
  return { shift, period: String(Number(own.at(-1)?.period ?? 0) + 1), begins, ends: later(begins, 40) }
}

const put = (rows: readonly BellRow[], added: BellRow): BellRow[] =>
  [...rows, added].sort((a, b) => Number(a.shift) - Number(b.shift) || Number(a.period) - Number(b.period))

const OpenForm = ({ school, kind, today, edit }: BellsFormProps) => {
  const [from, setFrom] = useState(plusDays(today, 1))
  const [rows, setRows] = useState(() => rowsOf(school, kind, today))
  const set = (at: number, change: Partial<BellRow>) =>
    setRows(rows.map((one, n) => (n === at ? { ...one, ...change } : one)))
  const lastOf = (shift: string) => rows.filter((one) => one.shift === shift).at(-1)
  const save = (): void => {
    const edits = bellEdits(school, kind, rows, from)
    if (edits.length > 0) void edit(edits)
  }
  return (
    <Panel
      title={bellTitles[kind]}
      actions={
        <>
          <TextField
            label={timetableWords.ringFrom}
            type="date"
            required
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <Button kind="primary" disabled={from === ''} onClick={save}>
            {timetableWords.saveBells}
          </Button>
          {['1', '2'].map((shift) => (
            <Button key={shift} onClick={() => setRows(put(rows, oneMore(rows, shift)))}>
              {timetableWords.oneMoreLesson(shift)}
            </Button>
          ))}
        </>
      }
    >
      <div className={styles.bells}>
        {rows.map((row, at) => (
          <div key={`${row.shift}.${row.period}`} className={styles.row}>
            <span className={styles.bell}>
              {timetableWords.bell(row.shift, row.period)}
              {lastOf(row.shift) === row && (
                <Button
                  kind="quiet"
                  aria-label={timetableWords.removeBell(row.period, row.shift)}
                  onClick={() => setRows(rows.filter((one) => one !== row))}
                >
                  {timetableWords.removeSmall}
                </Button>
              )}
            </span>
            <TextField
              label={schoolFields.from}
              type="time"
              value={row.begins}
              onChange={(event) => set(at, { begins: event.currentTarget.value })}
            />
            <TextField
              label={timetableWords.until}
              type="time"
              value={row.ends}
              onChange={(event) => set(at, { ends: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
    </Panel>
  )
}

const bellWords = ({ shift, period, begins, ends, from, to }: Bell): string => {
  const days = [from && schoolFields.since(shortDate(from)), to && timetableWords.through(shortDate(to))]
    .filter(Boolean)
    .join(' ')
  return timetableWords.bellLine(shift, period, begins, ends, days === '' ? '' : ` (${days})`)
}

/** Sixty fields stand in nobody's way until they are asked for. */
export const BellsForm = (props: BellsFormProps) => {
  const { school, kind, today } = props
  const [open, setOpen] = useState(false)
  if (open) return <OpenForm {...props} />
  const own = school.bells.filter((one) => ofKind[kind](one) && (one.to === undefined || one.to >= today))
  return (
    <Panel
      title={bellTitles[kind]}
      actions={
        <Button onClick={() => setOpen(true)}>
          {own.length === 0 ? timetableWords.set : schoolFields.change}
        </Button>
      }
    >
      {own.length === 0 ? timetableWords.notSet : own.map(bellWords).join('; ')}
    </Panel>
  )
}
