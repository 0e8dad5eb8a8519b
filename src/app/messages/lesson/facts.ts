// Labels of a lesson's topic and homework.

/** `item` is the КТП's number whose turn it is, if there is one; п. 2.7. */
export const topicLabel = (item: number | null, deviates: boolean): string => {
  if (item === null) return 'Тема, п. 2.7'
  return deviates ? `Тема, не по КТП: там № ${item}, п. 2.7` : `Тема, КТП № ${item}, п. 2.7`
}

/** Labels of fields whose text was typed before and is no entry. */
export const topicWaits = 'Тема набрана, но не записана'
export const homeworkWaits = 'Задание набрано, но не записано'
export const taskWaits = 'Текст набран раньше и не записан'
