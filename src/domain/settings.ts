// What a school may decide where the regulation can be read in several ways, with the reading that holds otherwise.
import type { School } from './school.ts'
import { type AttendanceCode, defaultLetters, defaultMarks } from './value.ts'

/** What stands for a code of attendance on screens and prints, and what is typed for it. */
type Letters = { [Code in AttendanceCode as `${Code}Letter`]: string }

export interface SchoolSettings extends Letters {
  /** п. 3.2, 2.9: from which reading of «2 рабочих дня» on something is late; amber is the stricter one in any case. */
  termReading: 'default' | 'strict'
  /** п. 2.6: an essay's week that ends on a day off moves to the next working day, or ends there all the same. */
  essayOnDayOff: 'moves' | 'stays'
  /** п. 2.6 «не позднее следующего учебного занятия»: marks are late from its end on, or from its start. */
  marksLateFrom: 'lessonEnd' | 'lessonStart'
  /** п. 2.8 «после окончания занятий в данном классе»: of the class whatever its groups, or of the group itself. */
  homeworkAfter: 'class' | 'group'
  /** What stands between two marks for one work on screens and prints, as the school writes them on paper: «5/4». */
  markSeparator: 'slash' | 'dash' | 'space'
  /** The marks that keys offer, in their order, with spaces between them. */
  markScale: string
  /** п. 2.6: a last week of a term with fewer school days gives way to the last seven days. */
  termWeekDays: number
  /** Access lost again inside a term moves it from so many minutes on; a shorter outage needs a deputy's word. */
  outageFromMinutes: number
  /** Access must hold so long before an outage is closed. */
  quietMinutes: number
  /** п. 2.8: homework is due so many minutes after the class's last lesson. */
  homeworkMinutes: number
  /** The strip turns amber once the oldest unsent entry of a tablet is so old. */
  unsentMinutes: number
}

export type SettingName = keyof SchoolSettings

export const defaultSettings: SchoolSettings = {
  termReading: 'default',
  essayOnDayOff: 'moves',
  marksLateFrom: 'lessonEnd',
  homeworkAfter: 'class',
  markSeparator: 'slash',
  markScale: defaultMarks.join(' '),
  absentLetter: defaultLetters.absent,
  illnessLetter: defaultLetters.illness,
  excusedLetter: defaultLetters.excused,
  unexcusedLetter: defaultLetters.unexcused,
  lateLetter: defaultLetters.late,
  exemptLetter: defaultLetters.exempt,
  presentLetter: defaultLetters.present,
  termWeekDays: 3,
  outageFromMinutes: 30,
  quietMinutes: 10,
  homeworkMinutes: 90,
  unsentMinutes: 15,
}

/** Settings that are one of a few readings. */
export const settingChoices = {
  termReading: ['default', 'strict'],
  essayOnDayOff: ['moves', 'stays'],
  marksLateFrom: ['lessonEnd', 'lessonStart'],
  homeworkAfter: ['class', 'group'],
  markSeparator: ['slash', 'dash', 'space'],
} as const satisfies { [Name in SettingName]?: readonly SchoolSettings[Name][] }
export type ChoiceName = keyof typeof settingChoices

export const attendanceCodes = Object.keys(defaultLetters) as AttendanceCode[]
export const letterName = <Code extends AttendanceCode>(code: Code): `${Code}Letter` => `${code}Letter`

/** Settings that a school words itself; what they may be, notation/notation-faults.ts says. */
export type TextName = 'markScale' | keyof Letters
type NumberName = Exclude<SettingName, ChoiceName | TextName>

export const isChoice = (name: SettingName): name is ChoiceName => Object.hasOwn(settingChoices, name)
export const isText = (name: SettingName): name is TextName =>
  name === 'markScale' || attendanceCodes.some((code) => letterName(code) === name)

/** What a number may be, both ends included. */
export const settingLimits: Record<NumberName, readonly [number, number]> = {
  termWeekDays: [1, 6],
  outageFromMinutes: [1, 1440],
  quietMinutes: [1, 120],
  homeworkMinutes: [1, 90],
  unsentMinutes: [1, 1440],
}

export const settingsOf = ({ settings }: Pick<School, 'settings'>): SchoolSettings => ({
  ...defaultSettings,
  ...settings,
})
