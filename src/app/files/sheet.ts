// A table as rows of texts and numbers, and as CSV. No cell of it can be taken for a formula by a spreadsheet.

export type SheetCell = string | number
export interface Sheet {
  title: string
  head: readonly string[]
  rows: readonly (readonly SheetCell[])[]
}

/** A text that begins so is calculated by a spreadsheet when it opens a CSV file. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r\n]/.test(text)

/** An apostrophe in front makes a spreadsheet read the rest as text. */
const guarded = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text)

const field = (cell: SheetCell): string => {
  const text = typeof cell === 'number' ? String(cell) : guarded(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const table = ({ head, rows }: Sheet): string =>
  [head, ...rows].map((row) => `${row.map(field).join(';')}\r\n`).join('')

/** With the mark of UTF-8 and semicolons, as spreadsheets here expect them; an empty line stands between tables. */
export const toCsv = (...sheets: readonly Sheet[]): string => `\ufeff${sheets.map(table).join('\r\n')}`
