// The fixed panel for the chosen cell: attendance codes, or marks. Nothing moves under a finger.
import { useState } from 'react'
import type { WorkRef } from '../../../domain/cell.ts'
import type { AbsenceReason, Attendance, Mark, MarkValue } from '../../../domain/value.ts'
import { markScale } from '../../../domain/value.ts'
import { reasonWords, workTitles } from '../../messages/values.ts'
import type { ListedPupil } from '../pupil-names.ts'
import styles from './pad.module.css'

interface AttendancePadProps {
  pupil: ListedPupil
  value: Attendance | null
  reason: AbsenceReason | null
  /** The class teacher alone sets reasons (п. 2.9). */
  mayGiveReason: boolean
  onAttendance(value: Attendance | null): void
  onReason(reason: AbsenceReason['reason'] | null): void
}

const minuteChoices = [5, 10, 15, 20] as const
const reasons = ['illness', 'excused', 'unexcused'] as const

const Key = ({
  sign,
  word,
  pressed,
  onPress,
}: {
  sign: string
  word?: string
  pressed?: boolean
  onPress(): void
}) => (
  <button type="button" className={styles.key} aria-pressed={pressed ?? false} onClick={onPress}>
    <b>{sign}</b>
    {word && <small>{word}</small>}
  </button>
)

export const AttendancePad = (props: AttendancePadProps) => {
  const { pupil, value, reason, mayGiveReason, onAttendance, onReason } = props
  const [asksMinutes, setAsksMinutes] = useState(false)
  const choosing = asksMinutes || value?.code === 'late'
  const set = (next: Attendance | null): void => {
    setAsksMinutes(false)
    onAttendance(next)
  }
  return (
    <fieldset className={styles.pad}>
      <legend>{pupil.name}</legend>
      <div className={styles.keys}>
        <Key sign="Н" word="нет" pressed={value?.code === 'absent'} onPress={() => set({ code: 'absent' })} />
        <Key sign="ОП" word="опоздал" pressed={choosing} onPress={() => setAsksMinutes(true)} />
        <Key
          sign="ОСВ"
          word="освоб."
          pressed={value?.code === 'exempt'}
          onPress={() => set({ code: 'exempt' })}
        />
        <Key
          sign="✓"
          word="здесь"
          pressed={value?.code === 'present'}
          onPress={() => set({ code: 'present' })}
        />
        <Key sign="⌫" word="убрать" onPress={() => set(null)} />
      </div>
      {choosing && (
        <div className={styles.keys}>
          {minuteChoices.map((minutes) => (
            <Key
              key={minutes}
              sign={String(minutes)}
              word="мин"
              pressed={value?.code === 'late' && value.minutes === minutes}
              onPress={() => set({ code: 'late', minutes })}
            />
          ))}
        </div>
      )}
      {mayGiveReason && value?.code === 'absent' && (
        <div className={styles.keys}>
          {reasons.map((one) => (
            <Key
              key={one}
              sign={{ illness: 'Б', excused: 'УП', unexcused: 'НП' }[one]}
              word={reasonWords[one]}
              pressed={reason?.reason === one}
              onPress={() => onReason(reason?.reason === one ? null : one)}
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}

interface MarkPadProps {
  pupil: ListedPupil
  work: WorkRef
  value: MarkValue | null
  onMark(value: MarkValue | null): void
}

export const MarkPad = ({ pupil, work, value, onMark }: MarkPadProps) => {
  const owed = value?.owed ?? false
  const set = (mark: Mark): void => onMark({ marks: [mark], owed: false })
  return (
    <fieldset className={styles.pad}>
      <legend>
        {pupil.name} <small className={styles.hint}>· {workTitles[work.workType].toLowerCase()}</small>
      </legend>
      <div className={styles.keys}>
        {markScale.map((mark) => (
          <Key
            key={mark}
            sign={mark}
            pressed={value?.marks.includes(mark) ?? false}
            onPress={() => set(mark)}
          />
        ))}
        <Key
          sign="•"
          word="точка"
          pressed={owed}
          onPress={() =>
            onMark(owed && value?.marks.length === 0 ? null : { marks: value?.marks ?? [], owed: !owed })
          }
        />
        <Key sign="⌫" word="убрать" onPress={() => onMark(null)} />
      </div>
    </fieldset>
  )
}
