// What a class, a group and a subject are called.
import { className, type School, type SubjectId, type Target } from '../../domain/school.ts'

/** «7А», or the group's own name. */
export const targetWords = (school: School, target: Target): string => {
  const group = school.groups.find((one) => one.id === target.id)
  const schoolClass = school.classes.find((one) => one.id === target.id)
  return group?.name ?? (schoolClass ? className(schoolClass) : target.id)
}

export const subjectWords = (school: School, subject: SubjectId): string =>
  school.subjects.find((one) => one.id === subject)?.name ?? subject
