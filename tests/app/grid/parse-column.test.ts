// What the clipboard may hold: columns as spreadsheets write them, and everything else in words.
import { expect, it } from 'vitest'
import { type ColumnFault, parseColumn } from '../../../src/app/grid/bulk/parse-column.ts'
import { columnFaultSentence, lengthSentence } from '../../../src/app/messages/grid.ts'
import { defaultMarks, type MarkValue } from '../../../src/domain/value.ts'

const scale = [...defaultMarks, 'Б/о', 'нет']
const mark = (...marks: MarkValue['marks']): MarkValue => ({ marks, owed: false })

it.each<[string, string, readonly (MarkValue | null)[]]>([
  ['a line a pupil', '5\n4', [mark('5'), mark('4')]],
  ['with the line end after the last', '5\r\n4\r\n', [mark('5'), mark('4')]],
  ['as an old Mac wrote it', '5\r4', [mark('5'), mark('4')]],
  ['an empty line leaves its pupil', '5\n\n3', [mark('5'), null, mark('3')]],
  ['an empty line at the end counts', '5\n4\n\n', [mark('5'), mark('4'), null]],
  ['blanks around', '  5 \n 4', [mark('5'), mark('4')]],
  ['one filled column among empty ones', '\t5\t\n\t\t\n\t3\t', [mark('5'), null, mark('3')]],
  [
    'words of the scale, large or small',
    'Н/А\nзач\nНЕЗАЧ\nосв',
    [mark('н/а'), mark('зач'), mark('незач'), mark('осв')],
  ],
  ['two marks', '5/4', [mark('5', '4')]],
  ['two marks, otherwise separated', '5-4\n5 4\nн/а/5', [mark('5', '4'), mark('5', '4'), mark('н/а', '5')]],
  ['marks that the school added', 'б/о\nБ/О-5\nнет', [mark('Б/о'), mark('Б/о', '5'), mark('нет')]],
  [
    'a dot alone and beside a mark',
    '•\n3•\nт',
    [
      { marks: [], owed: true },
      { marks: ['3'], owed: true },
      { marks: [], owed: true },
    ],
  ],
])('reads %s', (_name, text, values) => {
  expect(parseColumn(text, scale)).toEqual({ ok: true, values })
})

it.each<[string, string, ColumnFault, RegExp]>([
  ['nothing', '', { why: 'empty' }, /нет отметок. Ничего не записано/],
  ['only blanks', ' \n\t\n', { why: 'empty' }, /Вставлять нечего/],
  ['names beside marks', 'Волков\t5\nЁлкина\t4', { why: 'columns', count: 2 }, /без фамилий/],
  [
    'a mark outside the scale',
    '5\n6\n1',
    { why: 'content', line: 2, text: '6', count: 2 },
    /Строка 2 \(«6»\) и ещё 1 строка – не отметка/,
  ],
  ['three marks', '5/4/3', { why: 'content', line: 1, text: '5/4/3', count: 1 }, /не отметка/],
  ['half a pair', '5/', { why: 'content', line: 1, text: '5/', count: 1 }, /не отметка/],
  ['a date', '24.11.2026', { why: 'content', line: 1, text: '24.11.2026', count: 1 }, /не отметка/],
  ['markup', '<b>5</b>', { why: 'content', line: 1, text: '<b>5</b>', count: 1 }, /«<b>5<\/b>»/],
  ['a whole file', '5\n'.repeat(600), { why: 'tooLong', lines: 600 }, /600 строк/],
])('refuses %s and says so', (_name, text, fault, sentence) => {
  expect(parseColumn(text, scale)).toEqual({ ok: false, fault })
  expect(columnFaultSentence(fault)).toMatch(sentence)
})

it('keeps a long text out of the sentence', () => {
  const fault: ColumnFault = { why: 'content', line: 1, text: 'я'.repeat(200), count: 1 }
  expect(columnFaultSentence(fault).length).toBeLessThan(200)
})

it('says how long the column and the place for it are', () => {
  expect(lengthSentence(12, 10, true)).toMatch(
    /^Выделено 10 учеников, а скопировано 12 строк\. Ничего не записано/,
  )
  expect(lengthSentence(26, 21, false)).toMatch(/до конца списка 21 ученик/)
})
