// What the installed app is called, and what a new version asks.

export const appWords = {
  name: 'Временный журнал',
  shortName: 'Журнал',
  description: 'Посещаемость и отметки, пока АИС СРО недоступна',
  lessonShot: 'Урок',
  todayShot: 'Сегодня',
  conflictShot: 'Расхождение',
  boardShot: 'Сводка',
  updateReady: 'Готова новая версия журнала',
  updateNow: 'Обновить сейчас',
  openHalfDone: 'Открыть недописанное',
  updateIsSafe: 'Записи останутся на месте. Обновление займёт несколько секунд.',
  updateMustWait:
    'В уроке остался недописанный текст или выбор в расхождении. Допишите его, и здесь появится кнопка обновления.',
}
