// A name typed for a pupil whom no list has: what it may be, and why it is not taken. Pure.
import type { ListedPupil } from '../pupil-names.ts'

export type NameProblem =
  | { kind: 'empty' }
  | { kind: 'tooLong'; length: number }
  | { kind: 'signs'; signs: string }
  | { kind: 'listed'; pupil: ListedPupil }

/** As many as a provisional name keeps. */
export const longestName = 80

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const plain = (text: string): string => spaced(text).toLowerCase().replaceAll('ё', 'е')

/** The name to record, or what is wrong with it. Whoever stands in the list already is not added again. */
export const readName = (
  text: string,
  pupils: readonly ListedPupil[],
): { ok: true; name: string } | { ok: false; problem: NameProblem } => {
  const name = spaced(text)
  if (name === '') return { ok: false, problem: { kind: 'empty' } }
  if (name.length > longestName) return { ok: false, problem: { kind: 'tooLong', length: name.length } }
  const signs = [...new Set(name.replaceAll(/[\p{L}\p{M} .'’()-]/gu, ''))].join(' ')
  if (signs) return { ok: false, problem: { kind: 'signs', signs } }
  const pupil = pupils.find((one) => plain(one.name) === plain(name))
  return pupil ? { ok: false, problem: { kind: 'listed', pupil } } : { ok: true, name }
}
