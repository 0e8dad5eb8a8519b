// What «Сегодня» says of outages and the terms they give, п. 3.1 and 3.2.

export const todayOutageWords = {
  announcedButUp: 'Объявлен перерыв, но АИС СРО отвечает',
  announced: 'Объявленный перерыв: записывайте сюда',
  announcedButUpLead: 'По последней проверке доступ есть. Записанное здесь дойдёт в любом случае.',
  announcedLead:
    'Записи сохраняются на планшете и без сети. Срок переноса начнётся после возврата доступа: 2 рабочих дня (п. 3.2).',
  aheadTitle: 'АИС СРО будет недоступна',
  aheadLead: 'Уроки этого времени записывайте сюда, как обычно: планшет сохранит их и без сети (п. 3.1).',
  wholeSchool: 'вся школа',
  building: (name: string): string => `здание «${name}»`,
  onlyYou: 'только у вас',
  downSince: (moment: string): string => `АИС СРО недоступна с ${moment}`,
  downLead: (no: number, whom: string): string =>
    `Случай № ${no}, ${whom}. Ведите временный журнал (п. 3.1). Срок переноса, 2 рабочих дня (п. 3.2), начнётся после возврата доступа.`,
  lasts: 'Перерыв длится',
  restoredTitle: 'Доступ к АИС СРО вернулся',
  restored: (moment: string, no: number, whom: string, from: string): string =>
    `${moment}. Случай № ${no}, ${whom}, перерыв с ${from}. Перенести до`,
  strictlyBy: (moment: string): string => `, строго до ${moment}`,
  clause: (moved: string): string => `, п. 3.2.${moved}`,
  calendarUnconfirmed: ' Календарь этого года не подтверждён.',
  overdue: 'Срок прошёл',
  left: 'Осталось',
  strictlyLeft: (left: string): string => `строго: ${left}`,
  waiting: (entries: string): string => `ждут переноса: ${entries}`,
  upAgainTitle: 'АИС СРО снова отвечает',
  upAgain: (no: number): string =>
    `Случай № ${no}: сервер школы проверяет, что доступ держится. После этого начнётся срок переноса (п. 3.2).`,
  termMarks: 'Итоговые отметки',
  termWeekTitle: 'Последняя неделя периода идёт без АИС СРО',
  returnShort: 'возврат',
  return: 'день возврата',
  dayOffShort: 'вых.',
  dayOff: 'выходной',
  workingDayShort: (n: number): string => `${n}-й р. д.`,
  workingDay: (n: number): string => `${n}-й рабочий день`,
  strictly: 'строго',
  dueAt: (time: string): string => `срок ${time}`,
}
