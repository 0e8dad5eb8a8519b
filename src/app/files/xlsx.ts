// Tables as the sheets of an XLSX workbook (ECMA-376): texts stand in the cells themselves and are never formulas.
import { looksLikeFormula, type Sheet, type SheetCell } from './sheet.ts'
import { zip } from './zip.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What XML can't hold is left out; the rest is escaped. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('\r', '&#13;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A, B … Z, AA. */
const column = (at: number): string =>
  (at >= 26 ? column(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

/** Styles: 0 plain, 1 bold, 2 a text that stays text when a person edits the cell. */
const cellXml = (cell: SheetCell, at: string, bold: boolean): string => {
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  const style = looksLikeFormula(cell) ? 2 : bold ? 1 : 0
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const rowXml = (row: readonly SheetCell[], no: number, bold = false): string =>
  `<row r="${no}">${row.map((cell, at) => cellXml(cell, `${column(at)}${no}`, bold)).join('')}</row>`

const sheetXml = ({ head, rows }: Sheet): string =>
  [
    `${declaration}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="26" customWidth="1"/></cols>`,
    `<sheetData>${rowXml(head, 1, true)}${rows.map((row, at) => rowXml(row, at + 2)).join('')}</sheetData>`,
    '</worksheet>',
  ].join('')

const stylesXml = [
  `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>`,
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>',
].join('')

const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="r${id}" Type="${office}/${kind}" Target="${target}"/>`

const relations = (...all: string[]): string =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`

const part = (name: string, kind: string): string =>
  `<Override PartName="/xl/${name}" ContentType="${spreadsheet}.${kind}+xml"/>`

const fileOf = (at: number): string => `worksheets/sheet${at + 1}.xml`

const contentTypes = (sheets: readonly Sheet[]): string =>
  [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    part('workbook.xml', 'sheet.main'),
    part('styles.xml', 'styles'),
    ...sheets.map((_, at) => part(fileOf(at), 'worksheet')),
    '</Types>',
  ].join('')

/** A sheet's name is short and has none of `[]:*?/\`. */
const sheetName = (title: string): string => escaped(title.replace(/[[\]:*?/\\]/g, '.').slice(0, 31))

const workbookXml = (sheets: readonly Sheet[]): string => {
  const listed = sheets.map(
    ({ title }, at) => `<sheet name="${sheetName(title)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`
}

/** Titles must differ: a workbook has no two sheets of one name. */
export const toXlsx = (...sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> =>
  zip([
    { name: '[Content_Types].xml', text: contentTypes(sheets) },
    { name: '_rels/.rels', text: relations(relation(1, 'officeDocument', 'xl/workbook.xml')) },
    { name: 'xl/workbook.xml', text: workbookXml(sheets) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations(
        ...sheets.map((_, at) => relation(at + 1, 'worksheet', fileOf(at))),
        relation(sheets.length + 1, 'styles', 'styles.xml'),
      ),
    },
    { name: 'xl/styles.xml', text: stylesXml },
    ...sheets.map((sheet, at) => ({ name: `xl/${fileOf(at)}`, text: sheetXml(sheet) })),
  ])
