// The register of outages in words (п. 3.1): what happened, who said so, and why an act was not entered.
import type { RegisterAnswer, RegisterEvent } from '../../contract/outage-schema.ts'
import type { OutageReport } from '../../domain/cell-report.ts'
import type { TermWeekAlert } from '../../domain/deadline/term-mark-window.ts'
import type { OutageScope, ProbeSeen } from '../../domain/outage.ts'
import { counted, lessons } from './counts.ts'
import { dateAndTime, deadline, shortDate } from './time.ts'

type LinkedRow = NonNullable<RegisterAnswer['outages'][number]['lessons']>['rows'][number]

const unfitSentences: Record<NonNullable<RegisterAnswer['unfit']>, string> = {
  overlaps:
    'Не внесено: в это время для тех же людей уже есть запись. Она не тронута. Проверьте даты или дождитесь её окончания.',
  ahead: 'Не внесено: этот час ещё не наступил. Ничего не изменилось. Для будущего есть «Запланировать».',
  orderOfDates: 'Не внесено: конец раньше начала или уже прошёл. Ничего не изменилось. Проверьте даты.',
  unknownOutage: 'Не внесено: случая с таким номером нет. Ничего не изменилось. Обновите страницу.',
  keptByWatch:
    'Не закрыто: этот случай открыли проверки доступа, они же его закроют. Ничего не изменилось. Если возврат был в другой час, подтвердите его.',
  overAlready: 'Не закрыто ещё раз: этот случай уже закрыт. Ничего не изменилось.',
  notBack: 'Не подтверждено: доступ ещё не возвращался. Ничего не изменилось.',
  unknownPlan:
    'Не снято: такого объявления нет, его уже сняли или его время прошло. Ничего не изменилось. Обновите страницу.',
}

/** Why an act was not entered; of what stands in its time, the number. */
export const unfitSentence = (unfit: NonNullable<RegisterAnswer['unfit']>, overlapped?: number): string =>
  overlapped === undefined
    ? unfitSentences[unfit]
    : `Не внесено: в это время для тех же людей уже есть случай № ${overlapped}. Он не тронут. Проверьте даты или дождитесь его окончания.`

/** «вся школа», «корпус Главный», «Рябинина Т. В.» */
export const scopeWords = (scope: OutageScope, teachers: RegisterAnswer['teachers']): string => {
  if (scope.kind === 'school') return 'вся школа'
  if (scope.kind === 'building') return `здание «${scope.building}»`
  return teachers.find((one) => one.id === scope.person)?.name ?? scope.person
}

const eventWords: Record<RegisterEvent['kind'], string> = {
  opened: 'доступа нет',
  restored: 'доступ вернулся',
  relapsed: 'доступ снова пропал',
  closed: 'случай закрыт',
  confirmed: 'подтверждено, что случай считается',
  returnConfirmed: 'возврат подтверждён',
}

const stepWords: Record<ProbeSeen['step'], string> = {
  dns: 'адрес АИС СРО не найден в сети (DNS)',
  tcp: 'сервер АИС СРО не принял соединение (TCP)',
  tls: 'защищённое соединение не установлено, сертификат не подошёл (TLS)',
  http: 'сервер АИС СРО ответил (HTTP)',
  time: 'сервер АИС СРО не ответил за отведённое время',
}

/** «сервер АИС СРО ответил (HTTP): 503, за 0,12 с» */
export const seenSentence = ({ step, detail, ms }: ProbeSeen): string => {
  const took = `за ${(ms / 1000).toFixed(2).replace('.', ',')} с`
  if (step === 'time') return `${stepWords.time}, ${took}`
  const isBroken = step === 'http' && !/^\d+$/.test(detail)
  return `${isBroken ? 'ответ оборвался или не разобран (HTTP)' : stepWords[step]}: ${detail}, ${took}`
}

/** «вт 24.11: 7А, уроки 1, 2, 6» */
export const linkedSentence = ({ date, target, periods }: LinkedRow): string =>
  `${shortDate(date)}: ${target}, ${periods.length === 1 ? 'урок' : 'уроки'} ${periods.join(', ')}`

export const linkedCount = (count: number): string =>
  count === 0 ? 'Уроков по расписанию в это время не было' : `По расписанию в это время ${lessons(count)}`

/** «проверка: доступа нет» */
export const eventSentence = (event: RegisterEvent, zone: string): string => {
  const said = event.who === 'watch' ? 'проверка' : event.name
  const when = event.restoredAt === undefined ? '' : `: ${dateAndTime(event.restoredAt, zone)}`
  return `${said}: ${eventWords[event.kind]}${when}`
}

/** What an outage in the last week of a term means (п. 2.6): by when marks are set, and in which classes. */
export const termWeekSentence = (
  { name, until, outage, classNames }: TermWeekAlert,
  zone: string,
): string => {
  const classes =
    classNames.length > 6 ? counted(classNames.length, ['класс', 'класса', 'классов']) : classNames.join(', ')
  return `Случай № ${outage}, ${name}: ${classes}. Итоговые отметки ставят до ${deadline(until, zone)} (п. 2.6). Их записывают здесь, в «Итоговых»: записи сохраняются и без сети, срок переноса начнётся после возврата доступа (п. 3.2).`
}

/** The date that stood before another outage moved it stays in sight; '' where none did. */
export const movedTermWords = ({ firstDue, extendedBy }: OutageReport, zone: string): string =>
  firstDue === undefined
    ? ''
    : ` Первый срок был ${deadline(firstDue, zone)}, его сдвинул случай № ${extendedBy}.`

export const unconfirmedSentence =
  'Переносы выходных в году этого срока ещё не подтверждены постановлением: проверьте срок.'
