// The head of the board: its age, the outage it speaks of, the totals.

export const boardHeadWords = {
  title: 'Сводка',
  unavailable: 'Сводка сейчас недоступна',
  asOf: (time: string): string => `Сводка на ${time}`,
  sheetTitle: (moment: string): string => `Сводка ${moment}`,
  silentAsOf: (at: string): string => `Сервер школы молчит, это сводка на ${at}`,
  silentTitle: (ago: string): string => `Сервер школы молчит ${ago}`,
  silent: (at: string): string =>
    `Это сводка на ${at}. Записи на планшетах целы. Сводка обновится сама, когда сервер ответит.`,
  wholeSchool: 'вся школа',
  building: (name: string): string => `здание «${name}»`,
  oneTeacher: 'один учитель',
  outageTitle: (no: number, scope: string): string => `Случай № ${no}, ${scope}`,
  down: (moment: string, lasts: string): string =>
    `АИС СРО недоступна с ${moment}, ${lasts}. Срок переноса начнётся после возврата доступа (п. 3.2).`,
  upAgain: (moment: string): string =>
    `АИС СРО снова отвечает с ${moment}. Случай закроется, когда доступ продержится.`,
  dates: (from: string, until: string): string => `${from} – ${until}. Срок`,
  strictly: (moment: string, moved: string): string => `, строго ${moment}, п. 3.2.${moved}`,
  overdue: 'Срок прошёл',
  strictlyLeft: (left: string): string => `строго: ${left}`,
  outOf: (recorded: number): string => `из ${recorded}`,
  verified: (count: number): string => `в АИС СРО, прочитано обратно: ${count}`,
  expected: (count: number): string => `по расписанию прошло в перерыве: ${count}`,
  waitForPerson: 'ждут решения человека',
}
