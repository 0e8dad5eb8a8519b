// What a lesson that was moved on holds of its former hour, to read: there are no cards of it before it has begun.
import { pupilOf } from '../../domain/cell.ts'
import type { WrittenLesson } from '../grid/grid-model.ts'
import type { CellViews } from '../lesson/lesson-cells.ts'
import { cellWords, valueText } from '../messages/values.ts'
import styles from './cards.module.css'

export const HeldBefore = ({ model, views }: { model: WrittenLesson; views: CellViews }) => {
  const held = model.pupils.flatMap(({ id, name }) =>
    [...views.values()]
      .filter(({ cell, value }) => value !== null && pupilOf(cell) === id)
      .map(({ key, cell, value }) => ({ key, words: `${name}: ${cellWords(cell)} ${valueText(value)}` })),
  )
  if (held.length === 0) return null
  return (
    <ul className={styles.heldBefore}>
      {held.map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
    </ul>
  )
}
