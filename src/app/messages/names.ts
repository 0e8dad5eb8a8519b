// Names in the order of the alphabet, where Ё stands with Е; namesakes are told apart by the patronymic.
import type { Pupil, School } from '../../domain/school.ts'

/** Numbers in names (7А/2, 7А/10) go by their size. */
export const alphabet = new Intl.Collator('ru', { numeric: true })

const plain = (one: Pupil): string => `${one.lastName} ${one.firstName}`
/** ё and е are one letter in a list, and one person must not look like the other. */
const key = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

/** As much of the patronymic as tells this one from the namesakes: its initial, three letters, or the whole. */
const patronymicBeside = (one: Pupil, namesakes: readonly Pupil[]): string => {
  const own = one.middleName
  if (!own) return ''
  const others = namesakes.filter((each) => each !== one).map((each) => key(each.middleName ?? ''))
  const length = [1, 3].find((n) => others.every((other) => other.slice(0, n) !== key(own).slice(0, n)))
  return length === undefined || length >= own.length ? ` ${own}` : ` ${own.slice(0, length)}.`
}

/** «Кузнецова Анна Д.» where another of these is called Кузнецова Анна, «Волков Егор» otherwise. */
export const listNames = (pupils: readonly Pupil[]): { id: string; name: string }[] => {
  const alike = new Map<string, Pupil[]>()
  for (const one of pupils) alike.set(key(plain(one)), [...(alike.get(key(plain(one))) ?? []), one])
  const shown = (one: Pupil): string => {
    const namesakes = alike.get(key(plain(one))) ?? []
    return namesakes.length > 1 ? plain(one) + patronymicBeside(one, namesakes) : plain(one)
  }
  return [...pupils]
    .sort(
      (a, b) =>
        alphabet.compare(plain(a), plain(b)) || alphabet.compare(a.middleName ?? '', b.middleName ?? ''),
    )
    .map((one) => ({ id: one.id, name: shown(one) }))
}

const wholeSchools = new WeakMap<School, ReadonlyMap<string, string>>()

/** A pupil where no class list stands beside: told from every namesake of the school. Undefined for an unknown id. */
export const pupilName = (school: School, id: string): string | undefined => {
  const known = wholeSchools.get(school) ?? new Map(listNames(school.pupils).map((one) => [one.id, one.name]))
  wholeSchools.set(school, known)
  return known.get(id)
}
