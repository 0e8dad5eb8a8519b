// The board on paper.

export const printedWords = {
  title: (moment: string): string => `Временный журнал. Сводка на ${moment}`,
  lasts: 'длится',
  termNotBegun: 'срок не начат',
  transferBy: (moment: string): string => `перенести до ${moment}`,
  outage: (no: number, from: string, until: string, due: string, moved: string): string =>
    `Случай № ${no}: ${from} – ${until}, ${due}, п. 3.2.${moved}`,
  waiting: (waiting: number, recorded: number): string => `Не перенесено ${waiting} из ${recorded}`,
  verified: (count: number): string => `в АИС СРО, прочитано обратно ${count}`,
  onTablets: (count: number): string => `на планшетах, по последней связи, ${count}`,
  conflicts: (count: number): string => `расхождений ${count}`,
  teachers: 'Учителя: сначала молчащие и срочные',
  classes: 'Классы',
  unmarked: 'Посещаемость не отмечена, п. 2.5',
  signature: 'Заместитель директора ____________________ / ____________________',
  byClass: 'По классам',
}
