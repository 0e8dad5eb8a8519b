// Reads a school's folder of CSV files from the disk.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ListName, listNames } from './columns.ts'

export const readFolder = (folder: string): Partial<Record<ListName, string>> =>
  Object.fromEntries(
    listNames
      .map((list) => [list, join(folder, `${list}.csv`)] as const)
      .filter(([, path]) => existsSync(path))
      .map(([list, path]) => [list, readFileSync(path, 'utf8')]),
  )
