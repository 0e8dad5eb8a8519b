// The commands `hub backup` and `hub restore`, and what they tell whoever keeps the hub.
import { join } from 'node:path'
import { type DatabasePlace, isThere, openAsIs } from '../database/open-database.ts'
import type { CommandEnd } from '../school-commands.ts'
import { backupFolder, backupName } from './backup-file.ts'
import { nextNumber } from './kept-backups.ts'
import type { NewLifePorts } from './new-life.ts'
import { type RestoreOutcome, restoreBackup } from './restore-backup.ts'
import { type BackupOutcome, takeBackup } from './take-backup.ts'
import type { UpgradeOutcome } from './upgrade.ts'

interface At {
  database: DatabasePlace
  dataDir: string
}

const sizeOf = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} МБ`
const install = (tool: string): string =>
  `нет программы ${tool}. Поставьте пакет postgresql-client и повторите.`

const backupSentence = (end: BackupOutcome): string => {
  switch (end.kind) {
    case 'done':
      return `Копия сделана и проверена: ${end.file}, записей ${end.entries}, ${sizeOf(end.bytes)}.`
    case 'exists':
      return `Копия не сделана: файл ${end.file} уже есть. Назовите другой.`
    case 'noDatabase':
      return 'Копия не сделана: данных журнала здесь нет. Проверьте DATA_DIR или DATABASE_URL.'
    case 'unsound':
      return `Копия не сделана: данные не прошли проверку (${end.detail}). Прежние копии целы.`
    case 'toolMissing':
      return `Копия не сделана: ${install(end.tool)}`
    case 'failed':
      return `Копия не сделана: ${end.detail}. Проверьте место на диске и права на папку.`
  }
}

const restoreSentence = (end: Exclude<RestoreOutcome, { kind: 'restored' }>): string => {
  switch (end.kind) {
    case 'noFile':
      return 'такого файла нет.'
    case 'serving':
      return 'сервер журнала работает с этими данными. Остановите его и повторите.'
    case 'damaged':
      return `копия повреждена (${end.detail}). Возьмите другую.`
    case 'foreign':
      return 'это не копия временного журнала для такой базы данных.'
    case 'newer':
      return 'копию сделала более новая версия журнала. Сначала обновите сервер.'
    case 'toolMissing':
      return install(end.tool)
    case 'failed':
      return `${end.detail}. Проверьте место на диске и права.`
  }
}

/** Why the data were not opened, and that they are as they were. */
export const notOpened = (end: Exclude<UpgradeOutcome, { kind: 'ready' }>): string => {
  switch (end.kind) {
    case 'newer':
      return 'Данные не открыты: их вела более новая версия журнала. Поставьте её или верните копию: hub restore.'
    case 'serving':
      return 'Данные не обновлены: с ними работает сервер журнала. Остановите его и повторите.'
    case 'notCopied':
      return `Данные не обновлены и целы: без их копии обновлять нельзя. ${backupSentence(end.end)}`
  }
}

/** What was done, and the way back. */
export const upgradeLines = (copy: string | null): string[] =>
  copy === null
    ? ['Обновлять нечего: данные этой версии.']
    : [
        `Данные обновлены. Прежние скопированы и проверены: ${copy}.`,
        `Путь назад: остановите сервер, поставьте прежнюю версию журнала, выполните hub restore ${copy}.`,
        'Принятое после обновления планшеты тогда пришлют сами.',
      ]

/** A look that creates nothing and upgrades nothing: a newer build may copy what an older one serves. */
const backupOf = async (database: DatabasePlace, file: string): Promise<BackupOutcome> => {
  if (!isThere(database)) return { kind: 'noDatabase' }
  const db = openAsIs(database)
  try {
    return await takeBackup(database, db, file)
  } finally {
    await db.destroy()
  }
}

/** Without a file the copy goes to the data folder under the time it was taken. */
export const backupCommand = async (
  { database, dataDir }: At,
  file: string | undefined,
  now: string,
): Promise<CommandEnd> => {
  const folder = backupFolder(dataDir)
  const target = file ?? join(folder, backupName(database.kind, nextNumber(folder), now))
  const end = await backupOf(database, target)
  return { ok: end.kind === 'done', lines: [backupSentence(end)] }
}

export const restoreCommand = async (
  database: DatabasePlace,
  file: string,
  ports: NewLifePorts,
): Promise<CommandEnd> => {
  const end = await restoreBackup(database, file, ports)
  if (end.kind !== 'restored') return { ok: false, lines: [`Ничего не изменено: ${restoreSentence(end)}`] }
  const last = end.lastAt === null ? '' : `, последняя принята ${end.lastAt}`
  return {
    ok: true,
    lines: [
      `Восстановлено из ${file}: записей ${end.entries}${last}.`,
      ...(end.kept === null ? [] : [`Прежние данные сохранены: ${end.kept}`]),
      'Чего в копии нет, планшеты пришлют сами. Пароли теперь те, что были во время копии.',
    ],
  }
}
