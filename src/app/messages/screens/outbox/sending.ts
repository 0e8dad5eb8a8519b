// How sending stands, and the way round it by a file.
import type { HubReach } from '../../../../sync/status.ts'

export const inTheWay: Partial<Record<HubReach, string>> = {
  silent: 'Сервер школы не отвечает.',
  portal: 'Вместо сервера школы отвечает что-то другое, например вход в Wi-Fi.',
  full: 'На сервере школы кончилось место, скажите завучу.',
  updateNeeded: 'Сервер школы другой версии, обновите журнал.',
}

export const sendWords = {
  sending: 'Отправляется.',
  nextTry: (why: string, seconds: number): string =>
    `${why} Записи целы, следующая попытка через ${seconds} с.`,
  /** `sentence` says what is safe. */
  nextTryAfter: (sentence: string, seconds: number): string =>
    `${sentence} Следующая попытка через ${seconds} с.`,
  answered: (ago: string): string => `Сервер школы отвечал ${ago} назад.`,
  checkAndSend: 'Проверить связь и отправить',
  twoCopies: 'Неотправленное хранится на планшете в двух копиях.',
  oneCopy:
    'Неотправленное хранится на планшете в одной копии: второй этот браузер не даёт. Не стирайте данные сайта.',
  restored: (moment: string): string =>
    `Сервер школы был восстановлен из копии, планшет узнал об этом ${moment}. Чего там не хватало, отправлено снова.`,
  exported: (entries: string): string => `В файл выгружено: ${entries}.`,
  exportFailed:
    'Файл не получился: хранилище планшета не ответило. Записи, что на нём есть, не тронуты. Откройте журнал заново и повторите.',
  importFailed:
    'Файл не загружен: планшет не смог его прочитать или записать. Ничего не изменилось. Откройте журнал заново и повторите.',
  fileTitle: 'Запасной путь: файл',
  exportUnsent: 'Выгрузить неотправленное',
  importFile: 'Загрузить из файла',
  fileLead: (entries: string): string =>
    `Файл с неотправленным (${entries}) можно загрузить на другом планшете под вашим именем. Одна и та же запись не удвоится, сколько бы раз её ни загрузили.`,
  file: 'Файл с неотправленными записями',
}
