// The made-up school's lists as the importer takes them, for the school year of a moment: texts by list name, or files.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { School } from '../domain/school.ts'
import { dateAt } from '../domain/time.ts'
import { madeUpName, madeUpSchool, schoolYearOf } from './school/made-up-school.ts'

/** One password for everybody: the people are made up, and so is what they could give away. */
export const demoPassword = 'demo'
const demoZone = 'Asia/Barnaul'

export const prepareDemoSchool = (now: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(madeUpSchool({ today: dateAt(now, demoZone) })).map(([file, csv]) => [
      file.replace('.csv', ''),
      csv,
    ]),
  )

/** Are the lists the made-up school's own, whatever of them was changed by hand? */
export const isMadeUp = ({ name }: School): boolean => name === madeUpName

/** Has a later school year begun than the one that the made-up school's lists are of? A school of one's own is left alone. */
export const isYearOver = (school: School, now: string): boolean => {
  const [first = ''] = school.terms.map((one) => one.from).sort()
  return isMadeUp(school) && first < String(schoolYearOf(dateAt(now, demoZone)))
}

/** Makes the folder when there is none; lists in it that the made-up school doesn't have stay as they are. */
export const writeDemoLists = (folder: string, now: string): void => {
  mkdirSync(folder, { recursive: true })
  for (const [list, csv] of Object.entries(prepareDemoSchool(now))) {
    writeFileSync(join(folder, `${list}.csv`), csv)
  }
}
