// The made-up school's lists as the importer takes them: by list name, for the school year of a moment.
import { dateAt } from '../domain/time.ts'
import { madeUpSchool } from './school/made-up-school.ts'

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
