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
  fileTitle: 'Файл того, кто больше не работает',
  fileLead:
    'Учителя уже нет в списках, а на его планшете осталось неотправленное: войти он не может, записи целы. На том планшете откройте «Очередь» и нажмите «Выгрузить неотправленное», а файл загрузите здесь. Записи лягут под именем учителя, по правам, какие были у него на уроке; повторная загрузка ничего не удвоит.',
  file: 'Файл с неотправленными записями',
  fileChoose: 'Загрузить файл',
  fileUnread: 'Файл не прочитан, ничего не изменилось. Выберите его ещё раз.',
  fileOwn:
    'В файле ваши собственные записи. Ничего не изменилось. Загрузите его в «Очереди»: оттуда они уйдут на сервер школы под вашим именем.',
  fileOfStaff:
    'Автор этих записей есть в списках школы. Ничего не изменилось. Пусть он войдёт под своим именем и загрузит файл в «Очереди».',
  /** `sentence` says what stands in the way. */
  fileStopped: (sentence: string): string => `${sentence} Загрузите файл ещё раз: принятое не удвоится.`,
  declared: (moment: string, name: string, lessons: string, entries: string): string =>
    `Объявлено ${moment}, ${name}. Уроки ${lessons}. С бумаги внесено ${entries}.`,
  onDay: (day: string): string => `за ${day}`,
  betweenDays: (from: string, to: string): string => `с ${from} по ${to}`,
  cameBack: (moment: string): string =>
    `Планшет вышел на связь ${moment}. Его записи приняты; где они разошлись с бумагой, выбирает учитель.`,
}
