// Final marks in words: what a column is called, and where now stands in its window (п. 2.6).
import { className, type School, type SubjectId, type Target } from '../../../domain/school.ts'
import type { ColumnWindow, TermColumn } from '../../../domain/term/term-sheet.ts'
import { readYearColumn, schoolYears } from '../../../domain/term/year-column.ts'
import { deadline } from '../time.ts'

const later = { year: 'Год', exam: 'Экзамен', final: 'Итоговая' } as const

/** «Год»; of another school year than the newest of the lists «Год 2026/27». */
export const yearColumnWords = (school: School | null, id: string): string | null => {
  const column = readYearColumn(school, id)
  if (!column) return null
  const { kind, year } = column
  const isNewest = year === undefined || year === (school ? schoolYears(school.terms).at(-1) : undefined)
  return isNewest ? later[kind] : `${later[kind]} ${year}/${String(year + 1).slice(-2)}`
}

/** The same where only its id and the term's name are known. */
export const columnName = (school: School | null, id: string, name: string | null): string =>
  name ?? yearColumnWords(school, id) ?? id

export const columnWords = (school: School, { id, name }: TermColumn): string => columnName(school, id, name)

export const windowWords = (school: School, column: TermColumn, window: ColumnWindow): string => {
  const name = columnWords(school, column)
  const { zone } = school
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
