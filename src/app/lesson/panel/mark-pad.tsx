// Keys for one pupil's mark under one work: the scale, a second mark («5/4»), «точка» for what is owed.
import type { WorkRef } from '../../../domain/cell.ts'
import type { EntryState } from '../../../domain/entry-state.ts'
import type { AisText, Mark, MarkValue } from '../../../domain/value.ts'
import { keyWords } from '../../messages/lesson/keys.ts'
import { markText, notation, workTitles } from '../../messages/values.ts'
import type { ListedPupil } from '../pupil-names.ts'
import { Key } from './key.tsx'
import { PadFrame } from './pad-frame.tsx'

interface MarkPadProps {
  pupil: ListedPupil
  work: WorkRef
  value: MarkValue | AisText | null
  /** The next mark joins the first. */
  second: boolean
  hasTask: boolean
  state: EntryState | null
  onTask(): void
  onMark(mark: Mark): void
  onOwe(): void
  onClear(): void
  onSecond(): void
}

export const MarkPad = ({ work, value, second, onMark, onOwe, onSecond, ...rest }: MarkPadProps) => {
  const held = value !== null && 'marks' in value ? value : null
  const owed = held?.owed ?? false
  const marks = held?.marks ?? []
  const scale = notation().marks
  const title = workTitles[work.workType].toLowerCase()
  return (
    <PadFrame {...rest} about={value ? `${title}: ${markText(value)}${second ? '/…' : ''}` : title}>
      {scale.slice(0, 4).map((mark) => (
        <Key key={mark} sign={mark} pressed={marks.includes(mark)} onPress={() => onMark(mark)} />
      ))}
      <Key sign="+" word={keyWords.second} name={keyWords.secondMark} pressed={second} onPress={onSecond} />
      {scale.slice(4).map((mark) => (
        <Key key={mark} sign={mark} pressed={marks.includes(mark)} onPress={() => onMark(mark)} />
      ))}
      <Key sign="•" word={keyWords.owed} pressed={owed} onPress={onOwe} />
    </PadFrame>
  )
}
