// Entries recorded by name that wait for their place in the lists.
import type { WhyUnbound } from '../../../../contract/unbound-schema.ts'

export const whyUnboundSentences: Record<WhyUnbound, string> = {
  foreignLesson: 'этот учитель урока не ведёт. Внесите замену, потом свяжите.',
  lessonUnknown: 'такого урока в списках больше нет. Обновите страницу.',
  lessonNotBegun: 'этот урок ещё не начался. Проверьте день и номер.',
  pupilNotInLesson: 'этого ученика в уроке нет. Выберите другого или оставьте запись ждать.',
  nothing: 'ни одна запись не нашла своей клетки. Выберите урок и учеников.',
  other: 'запись нельзя принять в эту клетку. Спросите её автора.',
}

export const unboundWords = {
  whichLesson: 'Какой это урок',
  taughtByOther: (teacher: string): string =>
    `По спискам его ведёт ${teacher}: вместе со связью будет внесена замена.`,
  noLessons: 'В этот день уроков нет',
  whoIs: (name: string | null): string => `Кто это: «${name}»`,
  byName: 'По имени; если не найдётся, ждёт',
  bind: (entries: string): string => `Связать: ${entries}`,
  emptyTitle: 'Все записи на своих местах',
  empty: 'Здесь появятся уроки и ученики, записанные по имени, если в списках для них нет места.',
  notBound: (why: string): string => `Не связано: ${why} Записи целы.`,
  bound: 'Записи стоят на своих местах, учитель увидит это сам',
}
