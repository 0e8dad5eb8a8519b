// Which settings differ between two versions of the lists: the audit log names them, for they are nobody's personal data.
import type { School } from '../../domain/school.ts'
import { defaultSettings, type SettingName } from '../../domain/settings.ts'

/** An empty value is the way back to the default. */
export interface SettingSet {
  name: string
  value: string
}

const textsOf = ({ settings = {}, endOfWork }: Partial<School>): Map<string, string> =>
  new Map([
    ...(Object.keys(defaultSettings) as SettingName[]).map(
      (name) => [name, String(settings[name] ?? '')] as const,
    ),
    ['endOfWork', endOfWork ? `${endOfWork.usual} ${endOfWork.shortDay}` : ''],
  ])

export const settingsSet = (former: School | null, school: School): SettingSet[] => {
  const before = textsOf(former ?? {})
  return [...textsOf(school)].flatMap(([name, value]) =>
    before.get(name) === value ? [] : [{ name, value }],
  )
}
