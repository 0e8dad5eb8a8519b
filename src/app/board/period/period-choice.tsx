// Which days and whose: a few ready periods of the school's own year, or any two dates.
import type { PeriodAnswer } from '../../../contract/period-schema.ts'
import { monthOf, type Period, weekOf, yearOf } from '../../../domain/control/period.ts'
import { clauses } from '../../../domain/deadline/deadline.ts'
import type { School } from '../../../domain/school.ts'
import type { SchoolDate } from '../../../domain/time.ts'
import { type Choice, SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { periodWords } from '../../messages/screens/board/period.ts'
import type { Chosen } from './chosen.ts'
import styles from './period.module.css'

interface Preset extends Period {
  value: string
  label: string
}

const presetsOf = (school: School | null, today: SchoolDate): Preset[] => {
  const { presets } = periodWords
  const year = school && yearOf(school)
  return [
    { value: 'today', label: presets.today, from: today, to: today },
    { value: 'week', label: presets.week, ...weekOf(today) },
    { value: 'month', label: presets.month, ...monthOf(today) },
    ...(school?.terms ?? []).map(({ id, name, from, to }) => ({
      value: `term ${id}`,
      label: name,
      from,
      to,
    })),
    ...(year ? [{ value: 'year', label: presets.year, ...year }] : []),
  ]
}

const named = (names: Readonly<Record<string, string>>, all: string): Choice[] => [
  { value: '', label: all },
  ...Object.entries(names)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'ru', { numeric: true })),
]

interface ChoiceProps {
  school: School | null
  today: SchoolDate
  chosen: Chosen
  /** Null before the first answer: then there is nobody to choose. */
  answer: PeriodAnswer | null
  choose(change: Partial<Chosen>): void
}

export const PeriodChoice = ({ school, today, chosen, answer, choose }: ChoiceProps) => {
  const presets = presetsOf(school, today)
  const own = { value: 'dates', label: periodWords.presets.dates }
  const is = presets.find((one) => one.from === chosen.from && one.to === chosen.to) ?? own
  return (
    <div className={styles.choice}>
      <SelectField
        label={periodWords.choice}
        choices={[...presets, own]}
        value={is.value}
        onChoose={(value) => {
          const found = presets.find((one) => one.value === value)
          if (found) choose({ from: found.from, to: found.to })
        }}
      />
      <TextField
        label={periodWords.from}
        type="date"
        value={chosen.from}
        onChange={(event) => event.currentTarget.value && choose({ from: event.currentTarget.value })}
      />
      <TextField
        label={periodWords.to}
        type="date"
        value={chosen.to}
        onChange={(event) => event.currentTarget.value && choose({ to: event.currentTarget.value })}
      />
      <SelectField
        label={periodWords.clause}
        choices={[
          { value: '', label: periodWords.allClauses },
          ...clauses.map((one) => ({ value: one, label: periodWords.clauseOf(one) })),
        ]}
        value={chosen.clause}
        onChoose={(clause) => choose({ clause })}
      />
      <SelectField
        label={periodWords.teacher}
        choices={named(answer?.people ?? {}, periodWords.allTeachers)}
        value={chosen.person}
        onChoose={(person) => choose({ person })}
      />
      <SelectField
        label={periodWords.schoolClass}
        choices={named(answer?.classes ?? {}, periodWords.allClasses)}
        value={chosen.schoolClass}
        onChoose={(schoolClass) => choose({ schoolClass })}
      />
    </div>
  )
}
