// The chart of what is not carried over yet, and its table.

export const backlogWords = {
  title: 'Не перенесено по времени',
  outage: (no: number): string => `перерыв № ${no}`,
  due: 'срок',
  dueAt: (day: string): string => `, срок ${day}`,
  chartLabel: (waiting: number, term: string): string =>
    `Не перенесено сейчас ${waiting}${term}. Числа в таблице ниже.`,
  tableCaption: (hour: string): string => `То же числами, на ${hour}`,
  at: 'На',
  recorded: 'Записано',
  carried: 'Внесено',
  verified: 'Сверено',
  left: 'Осталось',
  now: (time: string): string => `сейчас, ${time}`,
}
