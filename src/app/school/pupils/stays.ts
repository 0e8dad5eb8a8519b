// Stays of pupils in classes as rows of the lists: they end, begin and are renamed by edits.
import type { ListEdit } from '../../../contract/school-edit-schema.ts'
import type { Enrolment, Pupil, School } from '../../../domain/school.ts'
import type { SchoolDate } from '../../../domain/time.ts'
import { alphabet } from '../../messages/names.ts'
import type { PersonName } from '../people/name-form.tsx'

export interface Stay {
  pupil: Pupil
  stay: Enrolment
}

export const fullName = (one: Pupil): string =>
  [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')

/** Stays of a class that go on or ended not before `since`. */
export const staysOf = (school: School, schoolClass: string, since: SchoolDate): Stay[] => {
  const pupils = new Map(school.pupils.map((one) => [one.id, one]))
  return school.enrolments
    .filter((one) => one.schoolClass === schoolClass && (one.to === null || one.to >= since))
    .flatMap((stay) => {
      const pupil = pupils.get(stay.pupil)
      return pupil ? [{ pupil, stay }] : []
    })
    .sort((a, b) => alphabet.compare(fullName(a.pupil), fullName(b.pupil)))
}

export const rowOf = ({ pupil, stay }: Stay, change: Partial<Enrolment>) => {
  const { schoolClass, from, to } = { ...stay, ...change }
  return {
    ...{ id: pupil.id, lastName: pupil.lastName, firstName: pupil.firstName },
    ...{ middleName: pupil.middleName ?? '', schoolClass, from, to: to ?? '' },
  }
}

export const endStay = (one: Stay, to: SchoolDate | null): ListEdit => ({
  ...{ list: 'pupils', remove: { id: one.pupil.id, from: one.stay.from }, add: rowOf(one, { to }) },
})

/** A pupil has one name in all of the stays. */
export const renamed = (
  school: School,
  id: string,
  { lastName, firstName, middleName }: PersonName,
): ListEdit[] =>
  school.enrolments
    .filter((stay) => stay.pupil === id)
    .map((stay) => {
      const pupil = { id, lastName, firstName, middleName: middleName === '' ? null : middleName }
      return { list: 'pupils', remove: { id, from: stay.from }, add: rowOf({ pupil, stay }, {}) }
    })
