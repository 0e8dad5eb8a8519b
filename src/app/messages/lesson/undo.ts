// Sentences about acts that could not be taken back.
import { pupilOf } from '../../../domain/cell.ts'
import type { UndoOutcome } from '../../../store/undo.ts'
import { cellWords, valueText } from '../values.ts'

/** What stands there now, that nothing was changed, and what to do. */
export const overtakenSentence = (
  { entry, now }: Extract<UndoOutcome, { kind: 'overtaken' }>,
  pupils: readonly { id: string; name: string }[],
): string => {
  const name = pupils.find((one) => one.id === pupilOf(entry.cell))?.name
  const place = [name, cellWords(entry.cell)].filter(Boolean).join(', ')
  const stands = now?.state === 'conflict' ? 'открыто расхождение' : `уже «${valueText(now?.value ?? null)}»`
  return (
    `Отменить «${valueText(entry.value)}» нельзя: в клетке «${place}» ${stands}, ` +
    'это записал кто-то другой. Оба значения целы. Если новое неверно, исправьте клетку сами.'
  )
}

export const nothingSentence = 'В этом уроке отменять и возвращать больше нечего.'
