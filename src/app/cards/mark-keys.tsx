// Marks of one pupil under the chosen work, in the place of the lesser keys of attendance. The card stays.
import { workKey } from '../lesson/lesson-cells.ts'
import { workSpoken } from '../messages/grid.ts'
import { cardWords } from '../messages/lesson/cards.ts'
import { keyWords } from '../messages/lesson/keys.ts'
import { markText, notation } from '../messages/values.ts'
import styles from './cards.module.css'
import type { CardCommand, MarkCommand } from './roll-call.ts'
import type { CardMarks } from './use-card-marks.ts'

interface MarkKeysProps {
  marks: CardMarks
  onCommand(command: CardCommand): void
}

interface MarkKey {
  sign: string
  /** Beside the sign, or in its place for whoever hears it. */
  word?: string
  name?: string
  pressed?: boolean
  command: MarkCommand
}

export const MarkKeys = ({ marks, onCommand }: MarkKeysProps) => {
  const { works, work, value, second } = marks
  const stand = value?.marks ?? []
  const owed = value?.owed ?? false
  const scale = notation().marks.map(
    (mark): MarkKey => ({ sign: mark, pressed: stand.includes(mark), command: { kind: 'mark', mark } }),
  )
  const keys: readonly MarkKey[] = [
    ...scale.slice(0, 4),
    {
      ...{ sign: '+', word: keyWords.second, name: keyWords.secondMark },
      pressed: second,
      command: { kind: 'second' },
    },
    { ...{ sign: '•', word: keyWords.owed }, pressed: owed, command: { kind: 'owed' } },
    ...scale.slice(4),
    {
      ...{ sign: '⌫', name: keyWords.clearMark(value ? ` ${markText(value)}` : '') },
      command: { kind: 'clearMark' },
    },
  ]
  return (
    <fieldset className={styles.marks}>
      <legend className="visually-hidden">{cardWords.markOf(workSpoken(work))}</legend>
      {works.length > 1 && (
        <select
          aria-label={cardWords.work}
          value={workKey(work)}
          onChange={({ currentTarget }) => marks.choose(works[currentTarget.selectedIndex] ?? work)}
        >
          {works.map((one) => (
            <option key={workKey(one)} value={workKey(one)}>
              {workSpoken(one)}
            </option>
          ))}
        </select>
      )}
      <div className={styles.others}>
        {keys.map(({ sign, word, name, pressed, command }) => (
          <button
            key={sign}
            type="button"
            className={styles.key}
            aria-label={name}
            aria-pressed={pressed}
            onClick={() => onCommand(command)}
          >
            <b>{sign}</b>
            {word && <small>{word}</small>}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
