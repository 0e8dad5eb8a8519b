// Sentences about acts that could not be taken back.
import { pupilOf } from '../../../domain/cell.ts'
import type { Entry } from '../../../domain/entry.ts'
import type { UndoOutcome } from '../../../store/undo.ts'
import { cellWords, valueText } from '../values.ts'

type Pupils = readonly { id: string; name: string }[]

const placeOf = (entry: Entry, pupils: Pupils): string => {
  const name = pupils.find((one) => one.id === pupilOf(entry.cell))?.name
  return [name, cellWords(entry.cell)].filter(Boolean).join(', ')
}

/** Nobody has written over it: it was never taken. */
export const refusedSentence = (
  { entry }: Extract<UndoOutcome, { kind: 'refused' }>,
  pupils: Pupils,
): string =>
  `Запись «${valueText(entry.value)}» сервер школы не принял: в клетке «${placeOf(entry, pupils)}» её нет, ` +
  'и менять нечего. Причина и путь к клетке стоят в «Очереди».'

/** What stands there now, that nothing was changed, and what to do. */
export const overtakenSentence = (
  { entry, now }: Extract<UndoOutcome, { kind: 'overtaken' }>,
  pupils: Pupils,
): string => {
  const stands = now?.state === 'conflict' ? 'открыто расхождение' : `уже «${valueText(now?.value ?? null)}»`
  return (
    `Отменить «${valueText(entry.value)}» нельзя: в клетке «${placeOf(entry, pupils)}» ${stands}, ` +
    'это записал кто-то другой. Оба значения целы. Если новое неверно, исправьте клетку сами.'
  )
}

export const nothingSentence = 'В этом уроке отменять и возвращать больше нечего.'
