// What signing in and leaving a tablet say.

export const signInWords = {
  title: 'Временный журнал',
  name: 'Имя для входа',
  password: 'Пароль временного журнала',
  passwordNote: 'Не пароль АИС СРО: его журнал никогда не спрашивает.',
  checking: 'Проверяется',
  enter: 'Войти',
  workingHere: (name: string): string => `На этом планшете работает ${name}`,
  leave: 'Выйти',
  whatLeavingDoes: 'После выхода списки классов с планшета убираются, неотправленные записи остаются.',
  /** Said with a wrong password while somebody's entries wait here: an account of who has left is closed. */
  accountClosed: (entries: string): string =>
    `Если вас больше нет в списках школы, вход закрыт. Записи на планшете целы (${entries}): выгрузите их в файл в «Очереди» и отдайте завучу. Он загрузит файл в «Утратах», и они лягут под вашим именем.`,
  unsentTitle: 'На планшете есть неотправленное',
  unsentLead: (entries: string, name: string): string =>
    `Выйти просто так нельзя: здесь ${entries}, и отправить это можно только под именем ${name} Ничего не потеряно. Дождитесь связи со школьным сервером или выгрузите неотправленное в файл.`,
  backToSignIn: 'Назад ко входу',
  exportAndLeave: 'Выгрузить в файл и выйти',
  leaveWithoutFile: 'Выйти без файла',
  /** What is typed by hand to leave without a file, in small letters. */
  leavePhrase: 'записи останутся',
  orType: (phrase: string): string => `Или напишите «${phrase}»`,
  unsentNote: 'Записи не сотрутся: они уйдут, когда этот человек снова войдёт на этом планшете.',
}
