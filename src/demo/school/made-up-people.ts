// The staff and the pupils of the made-up school. Nobody here is real.
import { algebraTeacher, classes, englishTeacher, teacherIds } from './made-up-curriculum.ts'
import { adultName, childName, type FullName, type Random } from './made-up-names.ts'

export interface MadeUpPerson extends FullName {
  id: string
  positions: 'teacher' | 'deputyHead' | 'head'
  login: string
}

export interface MadeUpPupil extends FullName {
  id: string
  schoolClass: string
  from: string
  to: string
}

const latin: Readonly<Record<string, string>> = Object.fromEntries(
  `а-a б-b в-v г-g д-d е-e ё-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch
    ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya`
    .split(/\s+/)
    .map((pair) => pair.split('-')),
)
const transliterate = (text: string): string =>
  [...text.toLowerCase()].map((letter) => latin[letter] ?? letter).join('')

const toName = (text: string): FullName => {
  const [lastName = '', firstName = '', middleName = ''] = text.split(' ')
  return { lastName, firstName, middleName }
}

const known: Readonly<Record<string, FullName>> = {
  h01: toName('Орлов Павел Игоревич'),
  d01: toName('Завьялова Марина Сергеевна'),
  [algebraTeacher]: toName('Рябинина Татьяна Викторовна'),
  [englishTeacher]: toName('Ким Ольга Андреевна'),
  // Two teachers of one last name: a login by last name alone would be ambiguous.
  t25: toName('Петрова Нина Алексеевна'),
  t40: toName('Петрова Галина Юрьевна'),
}

export const madeUpStaff = (random: Random): readonly MadeUpPerson[] => {
  const logins = new Set<string>()
  const lastNames = new Set<string>(Object.values(known).map((name) => name.lastName))
  const unusedName = (): FullName => {
    const name = adultName(random)
    if (lastNames.has(name.lastName)) return unusedName()
    lastNames.add(name.lastName)
    return name
  }
  return ['h01', 'd01', 'd02', ...teacherIds].map((id) => {
    const name = known[id] ?? unusedName()
    const stem = transliterate(name.lastName)
    let login = stem
    for (let n = 2; logins.has(login); n += 1) login = `${stem}${n}`
    logins.add(login)
    return {
      id,
      ...name,
      login,
      positions: id === 'h01' ? 'head' : id.startsWith('d') ? 'deputyHead' : 'teacher',
    }
  })
}

// What trips a program up: namesakes, ё/е twins, siblings, no patronymic, double and non-Russian surnames.
const special: Readonly<Record<string, string>> = {
  '5a': 'Лебедев Матвей Олегович, Лебедева Варвара Олеговна, Бюль-Оглы Мурад',
  '5v': 'Озеров-Луговой Степан Ильич, Ли Мэй',
  '6b': 'Лебедев Фёдор Олегович, Горелова Ева',
  '7a': `Кузнецова Анна Дмитриевна, Кузнецова Анна Сергеевна, Иванова-Петрова Софья Романовна,
    Хасанова Амина Маратовна, Ким Денис Станиславович, Оганесян Тигран Каренович, Ооржак Айдана`,
  '7b': 'Хасанов Тимур Маратович, Синицын Лев',
  '8a': 'Семёнов Артём Олегович, Семенов Артем Игоревич, Иванова-Петрова Алёна Романовна',
  '9a': 'Лебедева Ксения Олеговна, Оганесян Ани Кареновна, Ёлкина Пелагея Семёновна',
  '10a': 'Шмидт Эрик, Кузнецов Глеб Сергеевич',
}

const namesakeKey = (name: FullName): string => `${name.lastName} ${name.firstName}`.replace(/ё/g, 'е')
const alphabetKey = (name: FullName): string =>
  `${name.lastName} ${name.firstName} ${name.middleName}`.toLowerCase().replace(/ё/g, 'е')

// Two leave and two arrive in October: class and number in its list.
const left: Readonly<Record<string, string>> = { '5v 4': '10-09', '7b 11': '10-16' }
const arrived: Readonly<Record<string, string>> = { '8a 8': '10-14', '10b 19': '10-15' }

/** 27 in each class, in the order of the class's list; `year` is the one the school year begins in. */
export const madeUpPupils = (year: number, random: Random): readonly MadeUpPupil[] =>
  classes.flatMap(({ id: schoolClass }, index) => {
    const names = (special[schoolClass]?.split(/,\s+/) ?? []).map(toName)
    const taken = new Set(names.map(namesakeKey))
    while (names.length < 27) {
      const name = childName(random)
      if (taken.has(namesakeKey(name))) continue
      taken.add(namesakeKey(name))
      names.push(name)
    }
    names.sort((a, b) => (alphabetKey(a) < alphabetKey(b) ? -1 : 1))
    return names.map((name, n) => {
      const place = `${schoolClass} ${n + 1}`
      return {
        id: `p${String(index * 27 + n + 1).padStart(3, '0')}`,
        ...name,
        schoolClass,
        from: `${year}-${arrived[place] ?? '09-01'}`,
        to: left[place] === undefined ? '' : `${year}-${left[place]}`,
      }
    })
  })
