// The lessons of a day in the school's lists, and what may be done to one.

export const weekdayWords = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота'] as const

export const schoolLessonWords = {
  substituted: (teacher: string): string => `замена, по расписанию ${teacher}`,
  cancelled: 'отменён',
  merged: 'соединён с другим уроком',
  movedFrom: (day: string): string => `перенесён с ${day}`,
  movedTo: (day: string, period: number): string => `перенесён на ${day}, ${period}-й урок`,
  putBack: 'Вернуть как было',
  substitute: 'Замена',
  move: 'Перенос',
  merge: 'Соединить',
  cancel: 'Отменить',
  whose: 'Чьи уроки',
  ofClass: (name: string): string => `Класс ${name}`,
  noneTitle: 'Уроков нет',
  none: 'В этот день по расписанию здесь пусто.',
  busyTeacher: (name: string): string => `${name}, в этот час ведёт урок`,
  whoTeaches: 'Кто ведёт урок',
  doMove: 'Перенести',
  doMerge: 'Объединить',
  mergeWith: 'С каким уроком этого часа',
  mergeNote: 'Ученики этого урока будут в списке того урока, отдельного урока не будет.',
  noOthers: 'В этот час других уроков нет',
}
