// A school's folder of lists as spreadsheets save it: in UTF-8, or in the Windows encoding of Russian.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { readFolder } from '../../src/hub/import/import-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'journal-lists-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Letters of Russian in their places of that table. */
const windows = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    if (letter === 'Ё') return 0xa8
    return code < 0x80 ? code : code - 0x410 + 0xc0
  })

it('reads the same names from either', () => {
  const list = 'id;lastName\np1;Ёлкин\n'
  writeFileSync(join(folder, 'pupils.csv'), list)
  writeFileSync(join(folder, 'staff.csv'), windows(list))
  const { pupils, staff } = readFolder(folder)
  expect([pupils, staff]).toEqual([list, list])
})
