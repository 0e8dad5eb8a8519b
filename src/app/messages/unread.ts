// What the hub tells and this build can't read: what it is, what is safe, what to do.
import { counted } from './counts.ts'

export const unreadConflict = {
  title: 'Расхождение нового вида',
  text: 'Сервер школы новее этого журнала: показать значения эта версия может, выбрать между ними нет. Все они хранятся на сервере, в АИС СРО эта клетка не переносится. Решает завуч; или обновите журнал, когда закончите урок, и решите сами.',
}

/** A value of a kind that this build does not know, field by field: «stars: 5». Nothing of it is left out. */
export const strangeValueText = (value: unknown): string => {
  if (value === null || value === undefined) return 'пусто'
  if (Array.isArray(value)) return value.map(strangeValueText).join(' / ') || 'пусто'
  if (typeof value !== 'object') return String(value)
  const fields = Object.entries(value).map(([name, one]) => `${name}: ${strangeValueText(one)}`)
  return fields.join(', ') || 'пусто'
}

export const unreadSentence = (parts: number): string =>
  `${counted(parts, ['сообщение', 'сообщения', 'сообщений'])} сервера школы эта версия журнала прочитать не умеет. Они сохранены и покажутся после обновления. Ваши записи целы и уходят как обычно.`
