// The page of a lesson: its head, its panel, what was just done.

export const lessonWords = {
  toDay: 'К урокам дня',
  about: (period: number, begins: string, ends: string, day: string): string =>
    `${period}-й урок · ${begins}–${ends} · ${day}`,
  unknownTitle: 'Такого урока в вашем расписании нет',
  unknown: 'Возможно, списки школы изменились. Записи, сделанные раньше, целы. Вернитесь к «Сегодня».',
  tapHint: (letters: string): string =>
    `Коснитесь имени: встанет ${letters}. Коснитесь клетки работы: отметка. Точка в клетке значит «предлагается, на уроке»: это ещё не запись.`,
  lastActs: 'Последние действия',
  atOnce: (entries: string): string => `Сразу ${entries}`,
  undonePart: ', отменено',
  undo: 'Отменить',
  redo: 'Вернуть отменённое',
  marked: (away: number, here: number): string => `Урок отмечен: нет ${away}, на уроке ${here}`,
  willBeWritten: (value: string): string => `запишется ${value}`,
  hasTask: 'есть своё задание',
  savedHere: (what: string): string => `сохранено на планшете: ${what}`,
  saidSaved: (what: string): string => `${what}, сохранено на планшете`,
  undone: 'отменено',
  redone: 'возвращено',
  reasonOf: (pupil: string, value: string): string => `${pupil}, причина: ${value}`,
  markOf: (pupil: string, value: string): string => `${pupil}, отметка: ${value}`,
  secondNeedsFirst: 'Вторая отметка встаёт рядом с первой. Сначала поставьте первую; ничего не изменилось.',
}
