// Names of what the lists hold, for the pages that edit them.
import type { Lesson } from '../../domain/lesson.ts'
import { className, type School, type TeachingAssignment } from '../../domain/school.ts'
import type { Choice } from '../../ui/select-field.tsx'
import { alphabet } from '../messages/names.ts'

const byLabel = (a: Choice, b: Choice): number => alphabet.compare(a.label, b.label)

/** «Рябинина Т. В.» */
export const teacherName = (school: School, id: string): string => {
  const found = school.staff.find((one) => one.id === id)
  if (!found) return id
  const initials = [found.firstName, found.middleName].flatMap((one) => (one ? [`${one[0]}.`] : []))
  return [found.lastName, ...initials].join(' ')
}

export const teacherChoices = (school: School): Choice[] =>
  school.staff
    .filter((one) => one.positions.includes('teacher'))
    .map((one) => ({ value: one.id, label: teacherName(school, one.id) }))
    .sort(byLabel)

export const classChoices = (school: School): Choice[] =>
  school.classes.map((one) => ({ value: one.id, label: className(one) })).sort(byLabel)

/** «7А/1, Английский язык» */
export const lessonName = (
  school: School,
  { target, subject }: Pick<Lesson, 'target' | 'subject'>,
): string => {
  const group = school.groups.find((one) => one.id === target.id)
  const schoolClass = school.classes.find((one) => one.id === target.id)
  const name = group?.name ?? (schoolClass ? className(schoolClass) : target.id)
  return `${name}, ${school.subjects.find((one) => one.id === subject)?.name ?? subject}`
}

export const subjectChoices = (school: School): Choice[] =>
  school.subjects.map((one) => ({ value: one.id, label: one.name })).sort(byLabel)

/** «7А/1, Английский язык, Ким О. А.» */
export const assignmentName = (school: School, one: TeachingAssignment): string =>
  `${lessonName(school, one)}, ${teacherName(school, one.teacher)}`
