// Who was marked absent on a day, by class: a pupil who missed one lesson is named once.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { type Cell, lessonOf, pupilOf } from '../../domain/cell.ts'
import { lessonById, lessonsOn, pupilsOf } from '../../domain/lesson.ts'
import { classOfPupil } from '../../domain/pupils/absence.ts'
import type { School } from '../../domain/school.ts'
import type { SchoolDate } from '../../domain/time.ts'
import { inChunks } from '../database/in-chunks.ts'
import type { Database } from '../database/tables.ts'
import { alphabet, type Names } from './names.ts'

export const readAbsent = async (
  db: Database,
  school: School,
  names: Names,
  date: SchoolDate,
): Promise<BoardAnswer['absent']> => {
  const ids = lessonsOn(school, date).map((one) => one.id)
  const rows = await inChunks(ids, (some) =>
    db
      .selectFrom('cell')
      .select('cell')
      .where('lesson', 'in', some)
      .where('key', 'like', '%/attendance/%')
      .where('value', 'like', '%"absent"%')
      .execute(),
  )
  const absent = new Map<string, Set<string>>()
  for (const row of rows) {
    const cell = JSON.parse(row.cell) as Cell
    const pupil = pupilOf(cell)
    const lesson = lessonById(school, lessonOf(cell) ?? '')
    // Of whoever studies at home or has left, a stale list may have said «Н»: nobody expects them here.
    const isExpected = pupil !== null && lesson !== null && pupilsOf(school, lesson).has(pupil)
    const own = isExpected ? classOfPupil(school, lesson.classes, pupil, date) : null
    if (pupil && own) absent.set(own.id, (absent.get(own.id) ?? new Set()).add(pupil))
  }
  return school.classes
    .filter((one) => absent.has(one.id))
    .map((one) => ({
      ...{ schoolClass: one.id, name: names.schoolClass(one.id) },
      pupils: school.enrolments.filter(
        (stay) => stay.schoolClass === one.id && stay.from <= date && (stay.to === null || date <= stay.to),
      ).length,
      absent: [...(absent.get(one.id) ?? [])].map(names.pupil).sort(alphabet.compare),
    }))
}
