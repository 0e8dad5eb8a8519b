// The class list as the register shows it: by alphabet, namesakes told apart by the patronymic.
import { type Lesson, pupilsOf } from '../../domain/lesson.ts'
import type { School } from '../../domain/school.ts'
import { listNames } from '../messages/names.ts'

export interface ListedPupil {
  id: string
  name: string
}

/** Pupils of the lesson on its date, in the order of the class list. */
export const listPupils = (school: School, lesson: Lesson): ListedPupil[] =>
  namePupils(school, pupilsOf(school, lesson))

/** These pupils by alphabet. */
export const namePupils = (school: School, ids: ReadonlySet<string>): ListedPupil[] =>
  listNames(school.pupils.filter((one) => ids.has(one.id)))

/** Written smaller, so that three lines of it fit in a row. */
export const isLongName = (name: string): boolean => name.length > 32
