// A school's own scale of marks and letters of attendance: what they may be, and what an entry may hold.
import { describe, expect, it } from 'vitest'
import { isTaken, notationOf, readMarks } from '../../src/domain/notation/notation.ts'
import { type NotationProblem, notationFaults } from '../../src/domain/notation/notation-faults.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { defaultLetters, defaultMarks } from '../../src/domain/value.ts'

const scaleOf = (markScale: string) => ({ settings: { markScale } })
const faultsOf = (change: object) =>
  notationFaults({ ...defaultSettings, ...change }).map(
    ({ name, problem, value }) => `${name} ${problem} ${value}`,
  )

describe('the scale of marks', () => {
  it('is the default one until the school says otherwise', () => {
    expect(notationOf({}).marks).toEqual(defaultMarks)
    expect(faultsOf({})).toEqual([])
  })

  it.each<[string, string, readonly string[]]>([
    ['a mark added', '5 4 3 2 н/а зач незач осв б/о', [...defaultMarks, 'б/о']],
    ['marks taken off, in the order of the school', '2 3 4 5 зач', ['2', '3', '4', '5', 'зач']],
    ['commas, and the defaults however they are typed', '5, 4, 3, 2, H/A, ЗАЧ', '5 4 3 2 н/а зач'.split(' ')],
    ['digits, pluses and points', '10 5+ 5 4 3 2 отл.', ['10', '5+', '5', '4', '3', '2', 'отл.']],
  ])('may have %s', (_, line, marks) => {
    expect(faultsOf({ markScale: line })).toEqual([])
    expect(notationOf(scaleOf(line)).marks).toEqual(marks)
  })

  it.each<[string, string, NotationProblem, string]>([
    ['a mark of five signs', '5 4 3 2 отлич', 'oddMark', 'отлич'],
    ['a slash at the end', '5 4 3 2 б/', 'oddMark', 'б/'],
    ['a slash at the beginning', '5 4 3 2 /о', 'oddMark', '/о'],
    ['a sign that is drawn as «точка»', '5 4 3 2 3•', 'oddMark', '3•'],
    ['a sign that nobody sees', '5 4 3 2 б\u200bо', 'oddMark', 'б\u200bо'],
    ['one mark twice', '5 4 3 2 б/о б/о', 'markTwice', 'б/о'],
    ['one mark in two alphabets', '5 4 3 2 о/к O/K', 'markTwice', 'O/K'],
    ['no 2 and no 3', '5 4 зач', 'marksLacking', '3, 2'],
    ['nothing', ' ', 'marksLacking', '5, 4, 3, 2'],
    ['seventeen marks', `5 4 3 2 ${[...'авгдежиклмпрс'].join(' ')}`, 'tooManyMarks', '17'],
    ['a mark that is two marks', '5 4 3 2 5/4', 'pairOfMarks', '5/4'],
    ['a mark that is two marks with another separator', '5 4 3 2 5-4', 'pairOfMarks', '5-4'],
    ['two pairs that read alike', '5 4 3 2 а о а/б б/о', 'pairOfMarks', 'а/б/о'],
  ])('may not have %s', (_, markScale, problem, value) => {
    expect(faultsOf({ markScale })).toEqual([`markScale ${problem} ${value}`])
  })

  it.each([
    ['one that the school added', scaleOf('5 4 3 2 б/о'), 'б/о', true],
    ['one of the defaults that it offers no more', scaleOf('5 4 3 2 б/о'), 'зач', true],
    ['one of another school', {}, 'б/о', false],
    ['one that is none', scaleOf('5 4 3 2 б/о'), '6', false],
  ])('an entry may hold a mark: %s', (_, school, mark, taken) => {
    expect(isTaken(school, mark)).toBe(taken)
  })

  it.each<[string, readonly string[] | null]>([
    ['б/о', ['б/о']],
    ['Б/О', ['б/о']],
    ['н/а/б/о', ['н/а', 'б/о']],
    ['5/б/о', ['5', 'б/о']],
    ['5/6', null],
    ['5/4/3', null],
  ])('«%s» is read as %j', (text, marks) => {
    expect(readMarks(text, [...defaultMarks, 'б/о'], /\//g)).toEqual(marks)
  })
})

describe('the letters of attendance', () => {
  it('are the default ones until the school says otherwise', () => {
    expect(notationOf({}).letters).toEqual(defaultLetters)
  })

  it.each<[string, object]>([
    ['other letters for some', { absentLetter: 'ОТ', presentLetter: 'п' }],
    ['two that change places', { illnessLetter: 'УП', excusedLetter: 'Б' }],
    ['a letter of a mark that is not in the scale', { markScale: '5 4 3 2', lateLetter: 'ЗАЧ' }],
    ['the default letters beside the mark «осв»', { markScale: '5 4 3 2 осв' }],
  ])('may be %s', (_, change) => {
    expect(faultsOf(change)).toEqual([])
    const { letters } = notationOf({ settings: change })
    expect(Object.values(letters)).toEqual(
      Object.entries(defaultLetters).map(
        ([code, usual]) => (change as Record<string, string>)[`${code}Letter`] ?? usual,
      ),
    )
  })

  it.each<[string, object, string]>([
    ['five letters', { absentLetter: 'ОТСУТ' }, 'absentLetter oddLetter ОТСУТ'],
    ['none', { absentLetter: '' }, 'absentLetter oddLetter '],
    ['a digit', { absentLetter: 'Н1' }, 'absentLetter oddLetter Н1'],
    ['the tick of presence for an absence', { absentLetter: '✓' }, 'absentLetter oddLetter ✓'],
    ['those of another code', { absentLetter: 'Б' }, 'absentLetter letterTwice Б'],
    ['those of another code in Latin', { unexcusedLetter: 'H' }, 'unexcusedLetter letterTwice H'],
    ['one for two codes', { lateLetter: 'ЗД', exemptLetter: 'зд' }, 'exemptLetter letterTwice зд'],
    ['a default mark', { lateLetter: 'ЗАЧ' }, 'lateLetter markIsLetter зач'],
    ['a default letter as a mark', { markScale: '5 4 3 2 б' }, 'markScale markIsLetter б'],
    ['own letters as a mark', { markScale: '5 4 3 2 т', absentLetter: 'Т' }, 'markScale markIsLetter т'],
    [
      'the mark «осв» for a lateness',
      { lateLetter: 'осв', exemptLetter: 'ВВ' },
      'lateLetter markIsLetter осв',
    ],
  ])('may not be %s', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([fault])
  })
})
