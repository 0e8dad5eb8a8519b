// Lost tablets and the paper that takes their place.

export const lossWords = {
  title: 'Утраченные планшеты',
  unavailable: 'Список планшетов сейчас недоступен',
  none: 'Ни один планшет ещё не выходил на связь',
  tablets: 'Планшеты',
  tabletsHead: 'Планшеты, дольше всех молчащие сверху',
  lastContact: (ago: string): string => `, связь ${ago} назад`,
  lost: 'Планшет утрачен',
  declareTitle: (name: string): string => `Планшет, ${name}`,
  declare: 'Объявить записи утраченными',
  doNotDeclare: 'Не объявлять',
  beforeDeclaring: (moment: string, unsent: string, advice: string): string =>
    `Последняя связь ${moment}. ${unsent} ${advice}`,
  what: 'Что с планшетом',
  lossTitle: (name: string, cause: string): string => `${name}: планшет ${cause}`,
  closePaper: 'Закрыть бумагу',
  enterPaper: 'Внести с бумаги',
  declared: (moment: string, name: string, lessons: string, entries: string): string =>
    `Объявлено ${moment}, ${name}. Уроки ${lessons}. С бумаги внесено ${entries}.`,
  onDay: (day: string): string => `за ${day}`,
  betweenDays: (from: string, to: string): string => `с ${from} по ${to}`,
  cameBack: (moment: string): string =>
    `Планшет вышел на связь ${moment}. Его записи приняты; где они разошлись с бумагой, выбирает учитель.`,
}
