// A disagreement in plain sentences: what happened, by which clause one usually keeps what, what a choice does.
import type { CellKind } from '../../../domain/cell.ts'
import type { ReportedCandidate } from '../../../domain/cell-report.ts'
import { isPaperLog } from '../../../domain/register/loss.ts'
import type { School } from '../../../domain/school.ts'
import type { Ground } from '../../../domain/settle/proposal.ts'
import { staffName } from '../entry-place.ts'

/** Who sets what, by the regulation. */
const setters: Record<CellKind, string> = {
  attendance: 'Отсутствующих отмечает учитель, который вёл урок',
  absenceReason: 'Причину пропуска по документу ставит классный руководитель',
  work: 'Вид работы записывает учитель, который вёл урок',
  mark: 'Отметку за урок ставит учитель предмета',
  topic: 'Тему урока записывает учитель, который его вёл',
  homework: 'Домашнее задание записывает учитель, который вёл урок',
  individualHomework: 'Задание ученику записывает учитель, который вёл урок',
  termMark: 'Итоговую отметку могут поставить двое (п. 4.4), решает учитель предмета',
}

interface Words {
  school: School
  kind: CellKind
  person: string
  /** The value that the clause speaks for, in words. */
  usual: string | null
}

/** «Отметку за урок ставит учитель предмета (п. 2.4, Рябинина Т. В.), поэтому обычно оставляют «4».» */
export const groundSentence = (ground: Ground, { school, kind, person, usual }: Words): string => {
  if (ground.kind === 'sameAuthor') {
    return ground.author === person
      ? 'Обе записи ваши, с двух планшетов. Что было раньше, по часам планшетов не решают: выберите то, что было на уроке.'
      : `Обе записи сделал один человек, ${staffName(school, ground.author)}, на двух планшетах. Спросите, какая верна.`
  }
  const who = ground.responsible === null ? '' : `, ${staffName(school, ground.responsible)}`
  const rule = `${setters[kind]} (п. ${ground.clause}${who})`
  if (ground.kind === 'clause') return `${rule}, поэтому обычно оставляют «${usual}».`
  if (ground.kind === 'ais')
    return `В АИС СРО стоит не то, что журнал прочитал там в прошлый раз: кто-то изменил клетку там. ${rule}.`
  return `Это записали разные люди. ${rule}. Выберите вместе, что было на самом деле.`
}

export const aisAuthorNote =
  'АИС сообщает, кто и когда менял страницу, но не отдельную клетку: автора этого значения она не называет.'

/** «этот планшет», «другой планшет, …3F2A»: the last signs tell two of them apart. */
export const deviceWords = (device: string | null, here: string): string | null => {
  if (device === null) return null
  if (device === here) return 'этот планшет'
  return isPaperLog({ device })
    ? 'с бумаги, внёс завуч'
    : `другой планшет, …${device.slice(-4).toUpperCase()}`
}

export const isFromAis = ({ entries }: ReportedCandidate): boolean =>
  entries.some((one) => one.source === 'ais')

/** «4», «5» и «н/а» */
const listed = new Intl.ListFormat('ru')

interface Choice {
  /** What the other candidates say, in words. */
  others: readonly string[]
  chosenIsAis: boolean
  /** What АИС says, where that is one of the others. */
  otherInAis: string | null
  /** Somebody else wrote one of the others. */
  othersAre: 'own' | 'colleagues'
}

/** What a choice does, before it is made. */
export const choiceSentence = ({ others, chosenIsAis, otherInAis, othersAre }: Choice): string => {
  const isOne = others.length === 1
  const stays = `${listed.format(others.map((one) => `«${one}»`))} ${isOne ? 'останется' : 'останутся'}`
  if (chosenIsAis) return `В АИС ничего не меняем. ${stays} в истории.`
  if (otherInAis !== null)
    return isOne
      ? `При переносе заменим «${otherInAis}» в АИС. Прежнее останется в истории.`
      : `При переносе заменим «${otherInAis}» в АИС. ${stays} в истории.`
  if (othersAre === 'own') return `${stays} в истории клетки.`
  return `${stays} в истории клетки, ${isOne ? 'автор увидит' : 'авторы увидят'} замену.`
}

/** The rows of the pupil's day: a dash in the second is «not verified there, or empty». */
export const dayWords = { here: 'Временный журнал', ais: 'АИС СРО', lastLook: 'по последней сверке' }

export const conflictListWords = {
  title: (count: number): string => `Расхождения: ${count}`,
  label: 'Открытые расхождения',
  was: (value: string): string => `было: ${value}`,
  inAis: (value: string): string => `в АИС ${value}`,
  yours: (value: string): string => `у вас ${value}`,
  otherTablet: (value: string): string => `на другом планшете ${value}`,
  chosenHere: (value: string): string => `выбрано «${value}», на планшете`,
  othersGoOn: 'Остальные записи переносятся и этих решений не ждут.',
  resolveBy: (moment: string): string => `до ${moment}, п. 3.2`,
  all: (count: number): string => `Все расхождения: ${count}`,
  noneTitle: 'Расхождений нет',
  none: 'Здесь появятся клетки, в которых ваше значение встретилось с другим: коллеги, второго планшета или АИС СРО.',
}
