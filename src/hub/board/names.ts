// Names of people and classes as the board shows them. What a list no longer holds is shown by its id.
import { className, type School, type Target } from '../../domain/school.ts'

const initial = (name: string | null): string => (name ? ` ${name[0]}.` : '')

/** «Рябинина Т. В.» */
export const shortName = (one: { lastName: string; firstName: string; middleName: string | null }): string =>
  `${one.lastName}${initial(one.firstName)}${initial(one.middleName)}`

/** As a class list goes: Ё beside Е, 5А before 10А. */
export const alphabet = new Intl.Collator('ru', { numeric: true })

export const namesOf = (school: School) => {
  const staff = new Map(school.staff.map((one) => [one.id, shortName(one)]))
  const pupils = new Map(school.pupils.map((one) => [one.id, `${one.lastName} ${one.firstName}`]))
  const classes = new Map(school.classes.map((one) => [one.id, className(one)]))
  const groups = new Map(school.groups.map((one) => [one.id, one.name]))
  const subjects = new Map(school.subjects.map((one) => [one.id, one.name]))
  return {
    person: (id: string) => staff.get(id) ?? id,
    pupil: (id: string) => pupils.get(id) ?? id,
    schoolClass: (id: string) => classes.get(id) ?? id,
    subject: (id: string) => subjects.get(id) ?? id,
    target: (target: Target) => (target.kind === 'class' ? classes : groups).get(target.id) ?? target.id,
  }
}

export type Names = ReturnType<typeof namesOf>
