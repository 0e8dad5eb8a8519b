// Keys for one pupil's attendance; the reasons of an absence for the class teacher (п. 2.9).
import type { EntryState } from '../../../domain/entry-state.ts'
import { type AbsenceReason, type Attendance, usualLateness } from '../../../domain/value.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import { letterOf, reasonWords } from '../../messages/values.ts'
import type { ListedPupil } from '../pupil-names.ts'
import { Key } from './key.tsx'
import { PadFrame } from './pad-frame.tsx'

interface AttendancePadProps {
  pupil: ListedPupil
  value: Attendance | null
  reason: AbsenceReason | null
  /** The class teacher alone sets reasons (п. 2.9). */
  mayGiveReason: boolean
  hasTask: boolean
  state: EntryState | null
  onTask(): void
  onAttendance(value: Attendance | null): void
  onReason(reason: AbsenceReason['reason'] | null): void
}

const reasons = ['illness', 'excused', 'unexcused'] as const

export const AttendancePad = ({ value, reason, onAttendance, onReason, ...rest }: AttendancePadProps) => (
  <PadFrame {...rest} about={keyWords.attendance} onClear={() => onAttendance(null)}>
    <Key
      sign={letterOf('absent')}
      word={keyWords.absent}
      pressed={value?.code === 'absent'}
      onPress={() => onAttendance({ code: 'absent' })}
    />
    {usualLateness.map((minutes) => (
      <Key
        key={minutes}
        sign={`${letterOf('late')} ${minutes}`}
        word={keyWords.minutesWord}
        name={keyWords.lateName(minutes)}
        pressed={value?.code === 'late' && value.minutes === minutes}
        onPress={() => onAttendance({ code: 'late', minutes })}
      />
    ))}
    <Key
      sign={letterOf('exempt')}
      word={keyWords.exempt}
      pressed={value?.code === 'exempt'}
      onPress={() => onAttendance({ code: 'exempt' })}
    />
    <Key
      sign={letterOf('present')}
      word={keyWords.here}
      pressed={value?.code === 'present'}
      onPress={() => onAttendance({ code: 'present' })}
    />
    {rest.mayGiveReason &&
      value?.code === 'absent' &&
      reasons.map((one) => (
        <Key
          key={one}
          sign={letterOf(one)}
          word={reasonWords[one]}
          pressed={reason?.reason === one}
          onPress={() => onReason(reason?.reason === one ? null : one)}
        />
      ))}
  </PadFrame>
)
