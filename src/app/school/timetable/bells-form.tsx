// The bells of a shift, usual or of shortened days: each period with its two times, and one more at the end.
import { useState } from 'react'
import type { ListEdit } from '../../../contract/school-edit-schema.ts'
import type { Bell, School } from '../../../domain/school.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from '../school.module.css'
import type { EditLists } from '../use-school-lists.ts'

interface BellRow {
  shift: string
  period: string
  begins: string
  ends: string
}

type Kind = 'bells' | 'short-bells'

interface BellsFormProps {
  school: School
  kind: Kind
  edit: EditLists
}

const titles: Record<Kind, string> = { bells: 'Обычные звонки', 'short-bells': 'Звонки сокращённого дня' }

const usual = (bell: Bell): boolean => bell.weekday === undefined && !bell.shortened
const ofKind = { bells: usual, 'short-bells': (bell: Bell) => bell.shortened === true }

const textOf = ({ shift, period, begins, ends }: Bell): BellRow => ({
  ...{ shift: String(shift), period: String(period), begins, ends },
})

/** One a row as they stand; where a school has none of shortened days, the usual ones to start from. */
const rowsOf = (school: School, kind: Kind): BellRow[] => {
  const own = school.bells.filter(ofKind[kind])
  return (own.length > 0 ? own : school.bells.filter(usual)).map(textOf)
}

const bellEdits = (school: School, kind: Kind, rows: readonly BellRow[]): ListEdit[] => [
  ...school.bells.filter(ofKind[kind]).map((bell) => {
    const { shift, period } = textOf(bell)
    return { list: kind, remove: { shift, period, ...(kind === 'bells' && { weekday: '' }) } }
  }),
  ...rows.map((add) => ({ list: kind, add: { ...add } })),
]

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

const OpenForm = ({ school, kind, edit }: BellsFormProps) => {
  const [rows, setRows] = useState(() => rowsOf(school, kind))
  const set = (at: number, change: Partial<BellRow>) =>
    setRows(rows.map((one, n) => (n === at ? { ...one, ...change } : one)))
  const lastOf = (shift: string) => rows.filter((one) => one.shift === shift).at(-1)
  return (
    <Panel
      title={titles[kind]}
      actions={
        <>
          <Button kind="primary" onClick={() => void edit(bellEdits(school, kind, rows))}>
            Сохранить звонки
          </Button>
          {['1', '2'].map((shift) => (
            <Button key={shift} onClick={() => setRows(put(rows, oneMore(rows, shift)))}>
              Ещё урок, {shift} смена
            </Button>
          ))}
        </>
      }
    >
      <div className={styles.bells}>
        {rows.map((row, at) => (
          <div key={`${row.shift}.${row.period}`} className={styles.row}>
            <span className={styles.bell}>
              {row.shift} смена, {row.period}-й урок
              {lastOf(row.shift) === row && (
                <Button
                  kind="quiet"
                  aria-label={`Убрать ${row.period}-й урок, ${row.shift} смена`}
                  onClick={() => setRows(rows.filter((one) => one !== row))}
                >
                  убрать
                </Button>
              )}
            </span>
            <TextField
              label="С"
              type="time"
              value={row.begins}
              onChange={(event) => set(at, { begins: event.currentTarget.value })}
            />
            <TextField
              label="До"
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

/** Sixty fields stand in nobody's way until they are asked for. */
export const BellsForm = (props: BellsFormProps) => {
  const [open, setOpen] = useState(false)
  if (open) return <OpenForm {...props} />
  const own = props.school.bells.filter(ofKind[props.kind])
  return (
    <Panel
      title={titles[props.kind]}
      actions={<Button onClick={() => setOpen(true)}>{own.length === 0 ? 'Задать' : 'Изменить'}</Button>}
    >
      {own.length === 0
        ? 'Не заданы: в сокращённый день звенят обычные.'
        : own.map((one) => `${one.shift} смена, ${one.period}-й: ${one.begins}–${one.ends}`).join('; ')}
    </Panel>
  )
}
