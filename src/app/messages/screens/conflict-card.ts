// The card of one disagreement: whose value each is, and what choosing does.

export const conflictWords = {
  nowInAis: 'Сейчас в АИС СРО',
  yours: 'Ваша запись',
  wasInCell: 'Было в клетке',
  yoursElsewhere: 'Ваша, с другого планшета',
  colleague: 'Запись коллеги',
  nobodyWrote: 'никто не записывал',
  authorUnknown: 'Автор клетки неизвестен',
  youSaw: 'Вы видели',
  whenRecorded: 'когда записывали:',
  seenElsewhere: 'Это знает другой планшет: ваша запись сделана на нём.',
  keep: (value: string): string => `Оставить «${value}»`,
  byClause: (clause: string): string => `по п. ${clause}`,
  savedIn: (seconds: number): string => `Запишется через ${seconds} с.`,
  chosen: (value: string): string => `Выбрано: ${value}`,
  undo: 'Отменить выбор',
  recordNow: 'Записать сейчас',
  notRecordedBefore:
    'Вы выбрали это раньше, но журнал закрылся до записи. В клетке пока ничего не изменилось.',
  othersStay: 'Остальные значения останутся в истории клетки.',
  chooseAgain: 'Выбрать иначе',
  chosenIsKept:
    'Выбор сохранён на планшете и уйдёт на сервер школы. Пока он здесь, его можно сменить. Остальные значения останутся в истории клетки.',
  whyColleague: 'Почему меняется запись коллеги (п. 4.4)',
  whyFirst:
    'Сначала причина, потом выбор: без неё сервер школы не примет замену записи коллеги. Запись коллеги можно оставить и без причины.',
  /** Of a final mark two people may fill the cell, and one of them chooses (п. 2.4). */
  notYours: (isTermMark: boolean): string =>
    `${isTermMark ? 'Выбирает учитель предмета (п. 2.4)' : 'Выбирает тот, кто вправе заполнять эту клетку,'} или завуч. Значения хранятся все, в АИС СРО пока ничего не меняется.`,
  label: (pupil: string): string => `Расхождение: ${pupil}`,
  anotherValueCame:
    'Пока выбор не был записан, в клетке появилось ещё одно значение. Посмотрите на все и выберите снова.',
  later: 'Решить позже',
  otherValue: 'Другое значение',
  resolveBy: (term: string): string => `Решить ${term}. `,
  untilChosen: 'Пока не выбрано, в АИС СРО клетка не переносится. Значения хранятся все и всегда.',
  pickOrType: 'Выберите или впишите значение',
  /** A long text stands in its field above. */
  put: (value: string): string => `Поставить «${value.length > 60 ? `${value.slice(0, 59)}…` : value}»`,
  dayCaption: (day: string): string => `Весь день ученика, ${day}: посещаемость`,
  lessonHead: (period: number): string => `${period}-й урок`,
  kept: (pupil: string, value: string): string => `${pupil}: оставлено «${value}»`,
  announced: (value: string): string => `Выбор сделан: ${value}, его можно отменить`,
  undone: 'Выбор отменён',
  alreadyRecorded: 'Выбор уже записан и не отменён. Пока он на планшете, его можно сменить.',
}

/** In the place of a card whose disagreement has been settled meanwhile. */
export const settledWords = {
  title: 'Расхождение решено',
  stands: (place: string, value: string): string =>
    `${place}: в клетке стоит «${value}». Остальные значения целы, они в истории клетки. От вас здесь больше ничего не нужно.`,
  onTheWay: 'Расхождение ещё не пришло',
  /** The hub has said that there is one, and not yet between what. */
  wait: (place: string): string =>
    `${place}: второе значение ещё в пути с сервера школы. Ваше цело. Карточка откроется сама, как только придёт второе.`,
  unknown: 'Среди открытых этого расхождения нет. Остальные стоят в списке и ждут вашего выбора.',
  next: (place: string): string => `Следующее: ${place}`,
}
