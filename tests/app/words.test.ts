// Plain Russian: numbers with their nouns, the alphabet with Ё, namesakes told apart, announcements merged.
import { afterEach, describe, expect, it } from 'vitest'
import { attendanceLetters } from '../../src/app/grid/grid-columns.ts'
import { counted, entries } from '../../src/app/messages/counts.ts'
import { gridKeys } from '../../src/app/messages/help/keys.ts'
import { keyWords } from '../../src/app/messages/lesson/keys.ts'
import { besideAbsenceQuestion } from '../../src/app/messages/lesson/questions.ts'
import { alphabet, listNames } from '../../src/app/messages/names.ts'
import { unfitSentence } from '../../src/app/messages/outages.ts'
import { setNotation, valueText, valueWords } from '../../src/app/messages/values.ts'
import { mergeSentences } from '../../src/app/shell/merge-sentences.ts'
import { notationOf } from '../../src/domain/notation/notation.ts'
import { projectAttendance, projectValue } from '../../src/domain/transfer/ais-page.ts'

describe('numbers with their nouns', () => {
  const one = [1, 21, 101, 1001]
  const few = [2, 3, 4, 22, 23, 24]
  const table = [...Array.from({ length: 26 }, (_, n) => n), 101, 111, 1001]
  it.each(table)('%i', (n) => {
    const noun = one.includes(n) ? 'запись' : few.includes(n) ? 'записи' : 'записей'
    expect(entries(n)).toBe(`${n} ${noun}`)
  })
  it('speaks of any noun', () => {
    expect([1, 3, 12].map((n) => counted(n, ['урок', 'урока', 'уроков']))).toEqual([
      '1 урок',
      '3 урока',
      '12 уроков',
    ])
  })
})

describe('the alphabet', () => {
  it.each([
    [['Жуков', 'Ёлкина', 'Ершов', 'Егоров']],
    [['Семёнов', 'Семенова', 'Сёмин', 'Семенов', 'Седых']],
    [['Ёжиков', 'Ежов', 'Яковлев', 'Абрамов']],
    [['7А/10', '7А/2', '11А', '7А']],
  ])('%j', (names) => {
    const sorted = [...names].sort(alphabet.compare)
    const expected: Record<string, string[]> = {
      Жуков: ['Егоров', 'Ёлкина', 'Ершов', 'Жуков'],
      Семёнов: ['Седых', 'Семенов', 'Семёнов', 'Семенова', 'Сёмин'],
      Ёжиков: ['Абрамов', 'Ёжиков', 'Ежов', 'Яковлев'],
      '7А/10': ['7А', '7А/2', '7А/10', '11А'],
    }
    expect(sorted).toEqual(expected[names[0] ?? ''])
  })
})

describe('two marks of one work', () => {
  afterEach(() => setNotation(notationOf({})))
  it.each([
    ['slash', '5/4'],
    ['dash', '5-4'],
    ['space', '5\u00a04'],
  ] as const)('are written as the school writes them: %s', (setting, text) => {
    setNotation(notationOf({ settings: { markSeparator: setting } }))
    expect(valueText({ marks: ['5', '4'], owed: true })).toBe(`${text}•`)
    expect(projectValue({ marks: ['5', '4'], owed: false })).toBe('5/4')
  })
})

describe('letters of attendance', () => {
  afterEach(() => setNotation(notationOf({})))
  it('are the school’s own wherever a value is told; АИС is told its codes', () => {
    setNotation(notationOf({ settings: { absentLetter: 'ОТС', lateLetter: 'З', illnessLetter: 'бол' } }))
    expect(valueText({ code: 'absent' })).toBe('ОТС')
    expect(valueText({ code: 'late', minutes: 10 })).toBe('З 10 мин')
    expect(valueText({ code: 'present' })).toBe('на уроке')
    expect(attendanceLetters({ code: 'absent' }, { reason: 'illness' })).toBe('бол')
    expect(gridKeys()).toContainEqual([['О', 'З', 'В'], 'нет, опоздание, освобождение'])
    expect(gridKeys()).toContainEqual([['А', 'Т'], 'н/а, точка'])
    expect(keyWords.lateName(10)).toBe('Опоздание на 10 минут')
    expect(valueWords({ code: 'exempt' })).toBe('освобождение')
    expect(besideAbsenceQuestion().title).toBe('ОТС и отметка на одном уроке')
    expect(projectAttendance({ code: 'absent' }, { reason: 'illness' })).toBe('Б')
  })
})

const pupil = (id: string, text: string) => {
  const [lastName = '', firstName = '', middleName] = text.split(' ')
  return { id, lastName, firstName, middleName: middleName ?? null }
}
const shown = (...texts: string[]): string[] =>
  listNames(texts.map((text, n) => pupil(String(n), text))).map((one) => one.name)

describe('namesakes', () => {
  it('carry an initial, and nobody else does', () => {
    expect(
      shown('Кузнецова Анна Сергеевна', 'Кузнецова Анна Дмитриевна', 'Кузнецова Вера Дмитриевна'),
    ).toEqual(['Кузнецова Анна Д.', 'Кузнецова Анна С.', 'Кузнецова Вера'])
  })
  it('carry more where the initials are alike', () => {
    expect(shown('Ли Мэй Алексеевна', 'Ли Мэй Александровна')).toEqual([
      'Ли Мэй Александровна',
      'Ли Мэй Алексеевна',
    ])
    expect(shown('Ким Ян Олегович', 'Ким Ян Осипович')).toEqual(['Ким Ян Оле.', 'Ким Ян Оси.'])
  })
  it('are namesakes with ё and with е', () => {
    expect(shown('Семёнов Артём Олегович', 'Семенов Артем Игоревич')).toEqual([
      'Семенов Артем И.',
      'Семёнов Артём О.',
    ])
  })
  it('without a patronymic keep their bare name', () => {
    expect(shown('Горелова Ева', 'Горелова Ева Ильинична')).toEqual(['Горелова Ева', 'Горелова Ева И.'])
  })
})

describe('a burst of announcements', () => {
  it('is one sentence that says its ending once', () => {
    const saved = ['Волков Егор: Н', 'Титов Никита: Н'].map((one) => `${one}, сохранено на планшете`)
    expect(mergeSentences(saved)).toBe('Волков Егор: Н; Титов Никита: Н, сохранено на планшете')
  })
  it('names the last of a long row and counts the others', () => {
    const saved = ['а', 'б', 'в', 'г', 'д'].map((one) => `${one}: Н, сохранено`)
    expect(mergeSentences(saved)).toBe('в: Н; г: Н; д: Н и ещё 2, сохранено')
  })
  it('keeps what has nothing in common apart', () => {
    expect(mergeSentences(['Урок отмечен, сохранено', 'Отправлено 2, не отправлено 0'])).toBe(
      'Урок отмечен, сохранено. Отправлено 2, не отправлено 0',
    )
  })
})

describe('why an outage was not entered', () => {
  it('names the one that stands in its time', () => {
    expect(unfitSentence('overlaps', 7)).toBe(
      'Не внесено: в это время для тех же людей уже есть случай № 7. Он не тронут. Проверьте даты или дождитесь его окончания.',
    )
  })
  it('says of an announcement, which has no number, that one stands there', () => {
    expect(unfitSentence('overlaps')).toContain('уже есть запись')
  })
})
