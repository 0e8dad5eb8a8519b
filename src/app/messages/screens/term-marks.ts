// What is said of final marks: no door of the journal carries them to АИС СРО.
import { counted } from '../counts.ts'

/** Over their sheet, over «Перенос» and at each of them in the queue. */
export const byHandSentence =
  'Итоговые отметки журнал в АИС СРО не переносит: четвертные, годовые и экзаменационные внесите в АИС вручную. Записанное здесь цело и остаётся «на сервере школы».'

/** On the board; '' where none waits. */
export const termMarksWords = (count = 0): string =>
  count === 0
    ? ''
    : `${counted(count, ['итоговую отметку', 'итоговые отметки', 'итоговых отметок'])} вносят в АИС СРО вручную`
