// The register of outages in words (п. 3.1): what happened, who said so, and why an act was not entered.
import type { RegisterAnswer, RegisterEvent } from '../../contract/outage-schema.ts'
import type { OutageScope } from '../../domain/outage.ts'
import { dateAndTime } from './time.ts'

export const unfitSentences: Record<NonNullable<RegisterAnswer['unfit']>, string> = {
  overlaps:
    'Не внесено: в это время для тех же людей уже есть запись. Она не тронута. Проверьте даты или дождитесь её окончания.',
  ahead: 'Не внесено: этот час ещё не наступил. Ничего не изменилось. Для будущего есть «Запланировать».',
  orderOfDates: 'Не внесено: конец раньше начала или уже прошёл. Ничего не изменилось. Проверьте даты.',
  unknownOutage: 'Не внесено: случая с таким номером нет. Ничего не изменилось. Обновите страницу.',
  keptByWatch:
    'Не закрыто: этот случай открыли проверки доступа, они же его закроют. Ничего не изменилось. Если возврат был в другой час, подтвердите его.',
  overAlready: 'Не закрыто ещё раз: этот случай уже закрыт. Ничего не изменилось.',
  notBack: 'Не подтверждено: доступ ещё не возвращался. Ничего не изменилось.',
}

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

/** «проверка: доступа нет» */
export const eventSentence = (event: RegisterEvent, zone: string): string => {
  const said = event.who === 'watch' ? 'проверка' : event.name
  const when = event.restoredAt === undefined ? '' : `: ${dateAndTime(event.restoredAt, zone)}`
  return `${said}: ${eventWords[event.kind]}${when}`
}
