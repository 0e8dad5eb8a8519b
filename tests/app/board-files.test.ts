// The board's files: CSV that no spreadsheet calculates, and an XLSX archive that is read back by another hand.
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { boardSheets } from '../../src/app/board/export/board-sheet.ts'
import { toCsv } from '../../src/app/files/sheet.ts'
import { toXlsx } from '../../src/app/files/xlsx.ts'

const hostile = ['=1+1', '+7 900', '-5', '@SUM(A1)', '\t=1', '\r=1']
const plain = ['Ким О. А.', 'a;b', 'кав"ычки', 'две\nстроки', '<b>&', '']
const sheet = {
  title: 'Сводка ср 25.11 14:00',
  head: ['Учитель', 'Не перенесено'],
  rows: [...hostile, ...plain].map((text, at) => [text, at]),
}

/** Reads a CSV field by field, by the rules of RFC 4180 with semicolons. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted && sign === '"' && text[at + 1] === '"') {
      field += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === ';') {
      row.push(field)
      field = ''
    } else if (!quoted && sign === '\r' && text[at + 1] === '\n') {
      rows.push([...row, field])
      row = []
      field = ''
      at += 1
    } else field += sign
  }
  return rows
}

describe('the CSV file', () => {
  const text = toCsv(sheet)
  it('begins with the mark of UTF-8, or Cyrillic is lost', () => expect(text.charCodeAt(0)).toBe(0xfeff))
  it('holds no text that a spreadsheet would calculate, and nothing is lost', () => {
    const [head, ...rows] = readCsv(text.slice(1))
    expect(head).toEqual(sheet.head)
    expect(rows.map((row) => row[0])).toEqual([...hostile.map((one) => `'${one}`), ...plain])
    expect(rows.filter((row) => /^[=+\-@\t\r]/.test(row[0] ?? ''))).toEqual([])
    expect(rows.map((row) => Number(row[1]))).toEqual(sheet.rows.map((row) => row[1]))
  })
  it('holds several tables, an empty line between them', () => {
    const second = { title: 'По классам', head: ['Класс'], rows: [['7А']] }
    const tables = readCsv(toCsv({ ...sheet, rows: [['Ким О. А.', 1]] }, second).slice(1))
    expect(tables).toEqual([sheet.head, ['Ким О. А.', '1'], [''], ['Класс'], ['7А']])
  })
})

/** Reads an archive by its central directory, and checks each file's place, length and checksum. */
const unzip = (bytes: Uint8Array): Map<string, string> => {
  const view = new DataView(bytes.buffer)
  const end = bytes.length - 22
  expect(view.getUint32(end, true)).toBe(0x06054b50)
  const files = new Map<string, string>()
  let at = view.getUint32(end + 16, true)
  expect(at + view.getUint32(end + 12, true)).toBe(end)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    expect(view.getUint32(at, true)).toBe(0x02014b50)
    const size = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(bytes.slice(at + 46, at + 46 + nameLength))
    expect(view.getUint32(local, true)).toBe(0x04034b50)
    expect(new TextDecoder().decode(bytes.slice(local + 30, local + 30 + nameLength))).toBe(name)
    const data = bytes.slice(local + 30 + nameLength, local + 30 + nameLength + size)
    expect(crc32(data)).toBe(view.getUint32(at + 16, true))
    expect(view.getUint32(local + 14, true)).toBe(view.getUint32(at + 16, true))
    files.set(name, new TextDecoder().decode(data))
    at += 46 + nameLength
  }
  return files
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&#13;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

describe('the XLSX file', () => {
  const files = unzip(toXlsx(sheet))
  const xml = files.get('xl/worksheets/sheet1.xml') ?? ''

  it('has the parts of a workbook, each named in the list of types', () => {
    expect([...files.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
    for (const [name, text] of files) {
      if (name.startsWith('xl/') && !name.endsWith('.rels')) {
        expect(files.get('[Content_Types].xml')).toContain(`PartName="/${name}"`)
      }
      expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"')).toBe(true)
    }
    expect(files.get('xl/workbook.xml')).toContain('name="Сводка ср 25.11 14.00"')
  })

  it('holds every cell as it is, texts as texts and numbers as numbers, and no formula', () => {
    const texts = [
      ...xml.matchAll(/<c r="A(\d+)" s="(\d)" t="inlineStr"><is><t xml:space="preserve">([^<]*)</g),
    ]
    expect(texts.map((one) => unescaped(one[3] ?? ''))).toEqual(['Учитель', ...hostile, ...plain])
    const numbers = [...xml.matchAll(/<c r="B\d+"><v>(\d+)<\/v>/g)].map((one) => Number(one[1]))
    expect(numbers).toEqual(sheet.rows.map((row) => row[1]))
    expect(xml).not.toContain('<f')
    // Style 2 keeps them texts when a person touches the cell.
    expect(texts.slice(1, hostile.length + 1).map((one) => one[2])).toEqual(hostile.map(() => '2'))
    expect(files.get('xl/styles.xml')).toContain('<xf quotePrefix="1"/></cellXfs>')
  })

  it('leaves out what XML can’t hold', () => {
    const odd = unzip(toXlsx({ ...sheet, rows: [['a\u0001b\u0000c', 1]] }))
    expect(odd.get('xl/worksheets/sheet1.xml')).toContain('>abc<')
  })
})

describe('the board’s file', () => {
  const row = {
    ...{ key: '7a', name: '7А', waiting: 12, conflicts: 1, refused: 2, carried: 3, verified: 4 },
    ...{ due: '2026-11-26T17:00:00.000Z', strict: null, oldest: '2026-11-24T01:10:00.000Z', terms: [] },
  }
  const teacher = {
    ...{ ...row, key: 'algebraist', name: 'Рябинина', subjects: ['Алгебра'], lessons: [], silent: false },
    ...{ onTablet: 5, oldestUnsentAt: null, seenAt: '2026-11-24T04:58:00.000Z', expected: 6, missing: 0 },
  }
  const nowhere = { ...row, key: '', name: '', waiting: 1, due: null, oldest: null }
  const sheets = boardSheets({
    ...{ serverTime: '2026-11-24T05:00:00.000Z', zone: 'Asia/Barnaul', workWeek: 5, workYears: [] },
    ...{ incarnation: 'i', ais: null, calendar: 'confirmed', outages: [], days: [], unmarked: [], stuck: [] },
    ...{ totals: { recorded: 22, waiting: 13, conflicts: 1, verified: 4 }, devices: [], conflicts: [] },
    ...{ substitutions: [], absent: [], teachers: [teacher], classes: [row, nowhere] },
    places: {
      ...{ tablets: { count: 5, oldest: null }, hub: { count: 13, oldest: null } },
      ais: { count: 3, oldest: null },
    },
  })
  const [teachers, classes] = sheets

  it('has a table of teachers and one of classes, each row as long as its head', () => {
    expect(sheets.map((one) => one.rows.length)).toEqual([1, 2])
    for (const one of sheets) for (const cells of one.rows) expect(cells).toHaveLength(one.head.length)
    expect(teachers?.rows[0]?.slice(2, 10)).toEqual([6, 0, 5, 12, 1, 2, 3, 4])
  })
  it('tells of every class what waits, its term and its oldest entry, and of what has no class too', () => {
    expect(classes?.rows).toEqual([
      ['7А', 12, 1, 2, 3, 4, 'чт 26.11 24:00', 'вт 24.11 08:10'],
      ['без места в списках', 1, 1, 2, 3, 4, '', ''],
    ])
  })
  it('is a workbook of two sheets', () => {
    const book = unzip(toXlsx(...sheets))
    expect(book.get('xl/workbook.xml')).toContain('<sheet name="По классам" sheetId="2" r:id="r2"/>')
    expect(book.get('xl/_rels/workbook.xml.rels')).toContain('Id="r2"')
    expect(book.get('xl/worksheets/sheet2.xml')).toContain('>7А<')
    expect(book.get('[Content_Types].xml')).toContain('PartName="/xl/worksheets/sheet2.xml"')
  })
})
