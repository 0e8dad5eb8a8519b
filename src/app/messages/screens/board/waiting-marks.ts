// Final marks that no door carries, for the deputy: whose they are, and how it is said that they stand in АИС.

export const waitingMarksWords = {
  way: 'Какие и чьи',
  title: 'Итоговые отметки: вносят вручную',
  lead: 'Журнал их в АИС СРО не переносит. Когда класс внесён, отметьте это здесь или попросите внёсшего: под отметками встанет имя того, кто отметил. Значений это не меняет (п. 4.2).',
  readOnly: 'Отмечает учитель предмета, классный руководитель или завуч.',
  schoolClass: 'Класс',
  classChoice: (name: string, count: number): string => `${name}, ждут: ${count}`,
  sheet: (schoolClass: string, subject: string, column: string): string =>
    `${schoolClass}, ${subject}, ${column}`,
  pupil: 'Ученик',
  mark: 'Отметка',
  whose: 'Кто поставил',
  nothingTitle: 'Вносить вручную нечего',
  nothing:
    'Ни одна итоговая отметка на сервере школы не ждёт. Кто и когда отметил внесённые, видно на сводке.',
  unavailable: 'Отметки сейчас не показать',
}
