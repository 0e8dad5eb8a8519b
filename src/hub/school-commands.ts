// The commands of whoever keeps the hub: bring in the school's lists, give a person a password.
import { createInterface } from 'node:readline/promises'
import type { School } from '../domain/school.ts'
import { setPassword } from './accounts/accounts.ts'
import { createCurrentSchool } from './database/current-school.ts'
import type { Database } from './database/tables.ts'
import { inWriting } from './database/writing.ts'
import { type ApplyPorts, importIn } from './import/apply-school.ts'
import { buildSchool } from './import/build-school.ts'
import { checkFormerTerms } from './import/check-former-terms.ts'
import { faultMessage } from './import/fault-message.ts'
import { readFolder } from './import/import-folder.ts'
import { type KeptByHand, keepByHand } from './import/keep-by-hand.ts'
import { type DroppedColumn, type Fault, isPersonal } from './import/read-lists.ts'
import { replayHeld } from './intake/replay-held.ts'

export interface CommandEnd {
  ok: boolean
  lines: string[]
}

const shown = 50

/** What the journal has no need of stays outside, and that is said: the names of the columns, never what stands there. */
const droppedLines = (dropped: readonly DroppedColumn[]): string[] => {
  const named = (personal: boolean) =>
    dropped
      .filter((one) => isPersonal(one.column) === personal)
      .map((one) => `${one.list}.csv: ${one.column}`)
      .join('; ')
  const personal = named(true)
  const other = named(false)
  return [
    ...(personal === ''
      ? []
      : [`Не взяты и нигде не сохранены личные данные, журналу они не нужны (п. 1.6): ${personal}.`]),
    ...(other === '' ? [] : [`Не прочитаны столбцы, которых журнал не знает: ${other}.`]),
  ]
}

const endedLines = (ended: KeptByHand['ended']): string[] =>
  ended.map(
    ({ list, rows }) =>
      `${list}: внесённое вручную больше не относится ни к чему в новых списках и закончилось, строк ${rows}. Прежняя версия списков сохранена.`,
  )

const refused = (faults: readonly Fault[]): CommandEnd => ({
  ok: false,
  lines: [
    ...faults.slice(0, shown).map(faultMessage),
    ...(faults.length > shown ? [`и ещё ${faults.length - shown}`] : []),
    'Ничего не изменено. Исправьте эти строки и повторите команду.',
  ],
})

interface Imported {
  version: number
  school: School
  ended: KeptByHand['ended']
}

/** Applies the folder's lists as the next version, or changes nothing and names every wrong row. */
export const importCommand = async (ports: ApplyPorts, folder: string): Promise<CommandEnd> => {
  const files = readFolder(folder)
  const built = buildSchool(files)
  if (!built.ok) return refused(built.faults)
  const current = createCurrentSchool(ports.db)
  const end = await inWriting<Imported | readonly Fault[]>(ports.db, async (writing) => {
    // A deputy may have edited them while this folder was read.
    const former = await current(writing.trx)
    const reused = checkFormerTerms(built.school, former)
    if (reused.length > 0) return writing.leave(reused)
    const { school, ended } = keepByHand(built.school, former, (list) => files[list] !== undefined)
    return { school, ended, version: await importIn(writing, ports, school, built.logins) }
  })
  if (!('version' in end)) return refused(end)
  await replayHeld(ports.db, current, ports.now())
  const { version, ended, school } = end
  const { classes, pupils, staff } = school
  const counts = `классов ${classes.length}, учащихся ${pupils.length}, сотрудников ${staff.length}`
  return {
    ok: true,
    lines: [
      `Принята версия списков ${version}: ${counts}.`,
      ...droppedLines(built.dropped),
      ...endedLines(ended),
    ],
  }
}

/** Reads the new password from standard input, so that it stays out of the shell's history. */
export const passwordCommand = async (
  db: Database,
  login: string,
  input: NodeJS.ReadableStream,
): Promise<CommandEnd> => {
  const reader = createInterface({ input })
  const { value } = await reader[Symbol.asyncIterator]().next()
  reader.close()
  const password = String(value ?? '').trim()
  if (password.length < 8) {
    return { ok: false, lines: ['Пароль не изменён: нужно не меньше 8 знаков.'] }
  }
  const known = await setPassword(db, login, password)
  return known
    ? { ok: true, lines: [`Пароль для ${login} изменён, прежние входы закрыты.`] }
    : { ok: false, lines: [`Пароль не изменён: логина ${login} нет в списках. Проверьте staff.csv.`] }
}
