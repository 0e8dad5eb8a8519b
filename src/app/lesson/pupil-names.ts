// The class list as the register shows it: by alphabet, namesakes told apart by the patronymic.
import { type Lesson, pupilsOf } from '../../domain/lesson.ts'
import type { Pupil, School } from '../../domain/school.ts'

export interface ListedPupil {
  id: string
  name: string
}

const plain = (one: Pupil): string => `${one.lastName} ${one.firstName}`
/** ё and е are one letter in a list, and one person must not look like the other. */
const key = (one: Pupil): string => plain(one).toLowerCase().replaceAll('ё', 'е')
const order = new Intl.Collator('ru')

/** Pupils of the lesson on its date, in the order of the class list. */
export const listPupils = (school: School, lesson: Lesson): ListedPupil[] =>
  namePupils(school, pupilsOf(school, lesson))

/** These pupils by alphabet. */
export const namePupils = (school: School, ids: ReadonlySet<string>): ListedPupil[] => {
  const pupils = school.pupils.filter((one) => ids.has(one.id))
  const counts = new Map<string, number>()
  for (const one of pupils) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1)
  const shown = (one: Pupil): string =>
    (counts.get(key(one)) ?? 0) > 1 && one.middleName
      ? `${plain(one)} ${one.middleName.slice(0, 3)}.`
      : plain(one)
  return pupils
    .sort(
      (a, b) => order.compare(plain(a), plain(b)) || order.compare(a.middleName ?? '', b.middleName ?? ''),
    )
    .map((one) => ({ id: one.id, name: shown(one) }))
}
