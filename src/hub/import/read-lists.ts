// Reads the CSV files of a school into rows. Every row that can't be read is named; none is skipped in silence.
import Papa from 'papaparse'
import type { NotationProblem } from '../../domain/notation/notation-faults.ts'
import { type ListName, type Lists, listNames, lists, optionalLists } from './columns.ts'
import { type FieldFault, isNeeded, type Reader } from './readers.ts'

export type Fault = { list: ListName; row: number; column: string } & (
  | FieldFault
  | { problem: 'missingFile' }
  | { problem: 'missingColumn' }
  | { problem: 'brokenCsv' }
  | { problem: 'tooManyFields'; value: string }
  | { problem: 'unknown'; value: string }
  | { problem: 'twice'; value: string }
  /** An id under which the journal itself keeps something else. */
  | { problem: 'reserved'; value: string }
  /** The id of a term of the school year before. */
  | { problem: 'ofFormerYear'; value: string }
  /** Its end comes before its beginning. */
  | { problem: 'order'; value: string }
  /** Another row has the same days. */
  | { problem: 'overlap'; value: string }
  /** Another lesson stands in that place of the timetable. */
  | { problem: 'taken'; value: string }
  /** No bell rings for that lesson on the day. */
  | { problem: 'noBell'; value: string }
  /** The lesson that others are merged into is itself not held then. */
  | { problem: 'notHeld'; value: string }
  | { problem: 'otherHour'; value: string }
  /** A working day, or one of another year, of which no day off can be taken. */
  | { problem: 'notDayOff'; value: string }
  /** A day off cannot be moved to a Sunday or a holiday. */
  | { problem: 'offAlready'; value: string }
  | { problem: 'outOfRange'; value: string; from: number; to: number }
  | { problem: NotationProblem; value: string }
)

/** A column that no list of ours has: it is not read. */
export interface DroppedColumn {
  list: ListName
  column: string
}

/** Passports, СНИЛС and birth dates (п. 1.6), as lists of the country head their columns. */
export const isPersonal = (column: string): boolean =>
  /паспорт|passport|снилс|snils|рожд|birth|адрес|address|телефон|phone/i.test(column)

/** A row by the names of its columns; Papa puts what stands beyond the last of them under a name of its own. */
export type Cells = Readonly<Record<string, string | readonly string[] | undefined>>
const textOf = (cells: Cells, column: string): string => {
  const cell = cells[column]
  return typeof cell === 'string' ? cell.trim() : ''
}
const beyond = (cells: Cells): string => {
  const extra = cells.__parsed_extra
  return Array.isArray(extra) ? extra.join(' ').trim() : ''
}
const isBlank = (cells: Cells): boolean =>
  beyond(cells) === '' && Object.keys(cells).every((column) => textOf(cells, column) === '')

const readRow = (list: ListName, row: number, cells: Cells, columns: Record<string, Reader<unknown>>) => {
  const faults: Fault[] = []
  const values: Record<string, unknown> = { row }
  for (const [column, reader] of Object.entries(columns)) {
    const field = reader(textOf(cells, column))
    if (field.ok) values[column] = field.value
    else faults.push({ list, row, column, ...field.fault })
  }
  const value = beyond(cells)
  if (value !== '') faults.push({ list, row, column: '', problem: 'tooManyFields', value })
  return { values, faults }
}

const readList = (list: ListName, csv: string) => {
  const columns: Record<string, Reader<unknown>> = lists[list]
  const parsed = Papa.parse<Cells>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    delimitersToGuess: [',', ';', '\t'],
  })
  const header = parsed.meta.fields ?? []
  const missing = Object.entries(columns).flatMap(([column, reader]) =>
    isNeeded(reader) && !header.includes(column) ? [column] : [],
  )
  const dropped = header
    .filter((column) => column !== '' && !Object.hasOwn(columns, column))
    .map((column): DroppedColumn => ({ list, column }))
  if (missing.length > 0) {
    return {
      ...{ rows: [], dropped },
      faults: missing.map((column): Fault => ({ list, row: 1, column, problem: 'missingColumn' })),
    }
  }
  const broken = parsed.errors
    .filter((error) => error.type === 'Quotes')
    .map((error): Fault => ({ list, row: (error.row ?? 0) + 1, column: '', problem: 'brokenCsv' }))
  // Blank rows are no rows of the list, but a spreadsheet counts them.
  const read = parsed.data.flatMap((cells, at) =>
    isBlank(cells) ? [] : [readRow(list, at + 2, cells, columns)],
  )
  const faults = [...broken, ...read.flatMap((one) => one.faults)]
  return { rows: read.map((one) => one.values), faults, dropped }
}

/** Rows by the names of their columns, as text: what a file holds once its commas are read. */
export type Texts = Partial<Record<ListName, readonly Cells[]>>

/** Rows that stand in no file are read by the same columns; numbered as if they stood in one. */
export const readTexts = (texts: Texts) => {
  const read: Record<string, unknown[]> = {}
  const faults: Fault[] = []
  for (const list of listNames) {
    const rows = (texts[list] ?? []).map((cells, at) => readRow(list, at + 2, cells, lists[list]))
    read[list] = rows.map((one) => one.values)
    faults.push(...rows.flatMap((one) => one.faults))
  }
  return { lists: read as Lists, faults }
}

/** `files` are texts by list name; row numbers count the header as row 1, as a spreadsheet shows them. */
export const readLists = (files: Readonly<Partial<Record<ListName, string>>>) => {
  const read: Record<string, unknown[]> = {}
  const faults: Fault[] = []
  const dropped: DroppedColumn[] = []
  for (const list of listNames) {
    const csv = files[list]
    if (csv === undefined) {
      read[list] = []
      if (!optionalLists.includes(list)) faults.push({ list, row: 0, column: '', problem: 'missingFile' })
      continue
    }
    const { rows, faults: found, dropped: left } = readList(list, csv)
    read[list] = rows
    faults.push(...found)
    dropped.push(...left)
  }
  return { lists: read as Lists, faults, dropped }
}
