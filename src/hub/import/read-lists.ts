// Reads the CSV files of a school into rows. Every row that can't be read is named; none is skipped in silence.
import Papa from 'papaparse'
import { type ListName, type Lists, listNames, lists, optionalLists } from './columns.ts'
import type { FieldFault, Reader } from './readers.ts'

export type Fault = { list: ListName; row: number; column: string } & (
  | FieldFault
  | { problem: 'missingFile' }
  | { problem: 'missingColumn' }
  | { problem: 'brokenCsv' }
  | { problem: 'unknown'; value: string }
  | { problem: 'twice'; value: string }
)

const readRow = (
  list: ListName,
  row: number,
  cells: Record<string, string>,
  columns: Record<string, Reader<unknown>>,
) => {
  const faults: Fault[] = []
  const values: Record<string, unknown> = { row }
  for (const [column, reader] of Object.entries(columns)) {
    const field = reader((cells[column] ?? '').trim())
    if (field.ok) values[column] = field.value
    else faults.push({ list, row, column, ...field.fault })
  }
  return { values, faults }
}

const readList = (list: ListName, csv: string) => {
  const columns: Record<string, Reader<unknown>> = lists[list]
  const parsed = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  })
  const header = parsed.meta.fields ?? []
  const missing = Object.keys(columns).filter((column) => !header.includes(column))
  if (missing.length > 0) {
    return {
      rows: [],
      faults: missing.map((column): Fault => ({ list, row: 1, column, problem: 'missingColumn' })),
    }
  }
  const broken = parsed.errors
    .filter((error) => error.type === 'Quotes')
    .map((error): Fault => ({ list, row: (error.row ?? 0) + 2, column: '', problem: 'brokenCsv' }))
  const read = parsed.data.map((cells, at) => readRow(list, at + 2, cells, columns))
  return { rows: read.map((one) => one.values), faults: [...broken, ...read.flatMap((one) => one.faults)] }
}

/** `files` are texts by list name; row numbers count the header as row 1, as a spreadsheet shows them. */
export const readLists = (files: Readonly<Partial<Record<ListName, string>>>) => {
  const read: Record<string, unknown[]> = {}
  const faults: Fault[] = []
  for (const list of listNames) {
    const csv = files[list]
    if (csv === undefined) {
      read[list] = []
      if (!optionalLists.includes(list)) faults.push({ list, row: 0, column: '', problem: 'missingFile' })
      continue
    }
    const { rows, faults: found } = readList(list, csv)
    read[list] = rows
    faults.push(...found)
  }
  return { lists: read as Lists, faults }
}
