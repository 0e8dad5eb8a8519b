// Final marks in words: what a column is called, and where now stands in its window (п. 2.6).
import { className, type School, type SubjectId, type Target } from '../../../domain/school.ts'
import type { ColumnWindow, TermColumn } from '../../../domain/term/term-sheet.ts'
import { deadline } from '../time.ts'

const later = { year: 'Год', exam: 'Экзамен', final: 'Итоговая' } as const

/** The same where only its id and the term's name are known. */
export const columnName = (id: string, name: string | null): string =>
  name ?? later[id as keyof typeof later] ?? id

export const columnWords = (column: TermColumn): string =>
  column.kind === 'term' ? (column.name ?? column.id) : later[column.kind]

export const windowWords = (column: TermColumn, window: ColumnWindow, zone: string): string => {
  const name = columnWords(column)
  switch (window.kind) {
    case 'none':
      return `${name}: срок называет приказ об экзаменах.`
    case 'before':
      return `${name}: отметки ставят на последней неделе, с ${deadline(window.opensAt, zone).replace(' 24:00', '')} до ${deadline(window.due, zone)} (п. 2.6).`
    case 'open':
      return `${name}: отметки ставят сейчас, до ${deadline(window.due, zone)} (п. 2.6).`
    case 'over':
      return `${name}: срок прошёл ${deadline(window.due, zone)} (п. 2.6). Записать можно, завуч увидит, что позже срока.`
  }
}
/** «7А», or the group's own name. */
export const targetWords = (school: School, target: Target): string => {
  const group = school.groups.find((one) => one.id === target.id)
  const schoolClass = school.classes.find((one) => one.id === target.id)
  return group?.name ?? (schoolClass ? className(schoolClass) : target.id)
}

export const subjectWords = (school: School, subject: SubjectId): string =>
  school.subjects.find((one) => one.id === subject)?.name ?? subject
