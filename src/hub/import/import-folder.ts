// Reads a school's folder of CSV files from the disk.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ListName, listNames } from './columns.ts'

/** UTF-8; what can't be that was saved by a spreadsheet in the Windows encoding of Russian. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

export const readFolder = (folder: string): Partial<Record<ListName, string>> =>
  Object.fromEntries(
    listNames
      .map((list) => [list, join(folder, `${list}.csv`)] as const)
      .filter(([, path]) => existsSync(path))
      .map(([list, path]) => [list, decode(readFileSync(path))]),
  )
