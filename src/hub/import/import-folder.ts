// Reads a school's folder of CSV files from the disk.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ListName, listNames } from './columns.ts'

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** UTF-8, or what a spreadsheet has saved in the Windows encoding of Russian: as UTF-8 that has no Russian letter. */
const decode = (bytes: Uint8Array): string => {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = count(text, /\uFFFD/g)
  return broken > count(text, /[а-яё]/gi) ? new TextDecoder('windows-1251').decode(bytes) : text
}

export const readFolder = (folder: string): Partial<Record<ListName, string>> =>
  Object.fromEntries(
    listNames
      .map((list) => [list, join(folder, `${list}.csv`)] as const)
      .filter(([, path]) => existsSync(path))
      .map(([list, path]) => [list, decode(readFileSync(path))]),
  )
