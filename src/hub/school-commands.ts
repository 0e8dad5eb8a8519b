// The commands of whoever keeps the hub: bring in the school's lists, give a person a password.
import { createInterface } from 'node:readline/promises'
import { setPassword } from './accounts/accounts.ts'
import type { Database } from './database/tables.ts'
import { type ApplyPorts, applySchool } from './import/apply-school.ts'
import { buildSchool } from './import/build-school.ts'
import { faultMessage } from './import/fault-message.ts'
import { readFolder } from './import/import-folder.ts'

export interface CommandEnd {
  ok: boolean
  lines: string[]
}

const shown = 50

/** Applies the folder's lists as the next version, or changes nothing and names every wrong row. */
export const importCommand = async (ports: ApplyPorts, folder: string): Promise<CommandEnd> => {
  const built = buildSchool(readFolder(folder))
  if (!built.ok) {
    const more = built.faults.length - shown
    return {
      ok: false,
      lines: [
        ...built.faults.slice(0, shown).map(faultMessage),
        ...(more > 0 ? [`и ещё ${more}`] : []),
        'Ничего не изменено. Исправьте эти строки и повторите команду.',
      ],
    }
  }
  const version = await applySchool(ports, built.school, built.logins)
  const { classes, pupils, staff } = built.school
  const counts = `классов ${classes.length}, учащихся ${pupils.length}, сотрудников ${staff.length}`
  return { ok: true, lines: [`Принята версия списков ${version}: ${counts}.`] }
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
