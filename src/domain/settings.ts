// What a school may decide where the regulation can be read in several ways, with the reading that holds otherwise.
import type { School } from './school.ts'

export interface SchoolSettings {
  /** п. 3.2, 2.9: from which reading of «2 рабочих дня» on something is late; amber is the stricter one in any case. */
  termReading: 'default' | 'strict'
  /** Access lost again inside a term moves it from so many minutes on; a shorter outage needs a deputy's word. */
  outageFromMinutes: number
  /** Access must hold so long before an outage is closed. */
  quietMinutes: number
  /** п. 2.8: homework is due so many minutes after the class's last lesson. */
  homeworkMinutes: number
}

export type SettingName = keyof SchoolSettings

export const defaultSettings: SchoolSettings = {
  termReading: 'default',
  outageFromMinutes: 30,
  quietMinutes: 10,
  homeworkMinutes: 90,
}

/** What a number may be, both ends included. */
export const settingLimits: Record<Exclude<SettingName, 'termReading'>, readonly [number, number]> = {
  outageFromMinutes: [1, 1440],
  quietMinutes: [1, 120],
  homeworkMinutes: [1, 90],
}

export const settingsOf = ({ settings }: Pick<School, 'settings'>): SchoolSettings => ({
  ...defaultSettings,
  ...settings,
})
