// Why a lesson of the timetable is not held, and what the bells remind of, in words.
import type { Lesson } from '../../../domain/lesson.ts'
import type { NotifyState } from '../../reminders/notify.ts'

export const lostWords: Record<NonNullable<Lesson['closed']>, string> = {
  cancelled: 'отменён',
  merged: 'соединён с другим уроком этого часа',
  dayOff: 'нет уроков: выходной школы',
  vacation: 'нет уроков: каникулы',
  frost: 'нет уроков: день актирован',
  quarantine: 'нет уроков: карантин',
}

/** «3 урок, 7А: не отмечен»; no pupil is ever named, for it may stand on a locked screen. */
export const reminderSentence = (period: number, target: string, leftMinutes: number): string =>
  leftMinutes > 0
    ? `${period} урок, ${target}: не отмечен, до звонка ${leftMinutes} мин`
    : `${period} урок, ${target}: не отмечен`

export const notifyWords: Record<NotifyState, string | null> = {
  default: 'Планшет может напоминать об уроках без отметки, пока журнал открыт в фоне.',
  granted: 'Планшет напомнит об уроке без отметки, пока журнал открыт в фоне.',
  denied: 'Уведомления журнала запрещены в браузере. Напоминания видны здесь.',
  unsupported: null,
}

export const reminderWords = {
  notMarked: (periods: string): string => `Уроки ${periods}: не отмечены, п. 2.5`,
  allowNotices: 'Разрешить напоминания',
}
