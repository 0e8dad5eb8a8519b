// A school small enough to reason about by hand: two classes, three teachers, a deputy and a head.
import { lessonId } from '../../src/domain/lesson.ts'
import type { School } from '../../src/domain/school.ts'

/** 2026-11-24 is a Tuesday inside the term. */
export const tuesday = '2026-11-24'

const person = (id: string, lastName: string, positions: School['staff'][number]['positions']) => ({
  id,
  lastName,
  firstName: 'Имя',
  middleName: null,
  positions,
})
const pupil = (id: string, lastName: string) => ({ id, lastName, firstName: 'Имя', middleName: null })

export const tinySchool: School = {
  version: 1,
  name: 'Школа № 0',
  zone: 'Asia/Barnaul',
  workWeek: 5,
  terms: [{ id: 'q2', name: '2-я четверть', from: '2026-11-09', to: '2026-12-30' }],
  bells: [
    { shift: 1, period: 1, begins: '08:00', ends: '08:45' },
    { shift: 1, period: 2, begins: '08:55', ends: '09:40' },
    { shift: 1, period: 6, begins: '12:50', ends: '13:35' },
  ],
  subjects: [
    { id: 'algebra', name: 'Алгебра' },
    { id: 'english', name: 'Английский язык' },
    { id: 'history', name: 'История' },
  ],
  staff: [
    person('algebraist', 'Рябинина', ['teacher']),
    person('leader', 'Ким', ['teacher']),
    person('stranger', 'Лужин', ['teacher']),
    person('deputy', 'Завьялова', ['deputyHead']),
    person('head', 'Орлов', ['head']),
  ],
  classes: [
    { id: '7a', parallel: 7, letter: 'А', shift: 1, studyWeek: 5, classTeacher: 'leader' },
    { id: '8b', parallel: 8, letter: 'Б', shift: 1, studyWeek: 6, classTeacher: 'stranger' },
  ],
  pupils: [pupil('p1', 'Волков'), pupil('p2', 'Ёлкина'), pupil('p3', 'Жуков'), pupil('p4', 'Ким')],
  enrolments: [
    { pupil: 'p1', schoolClass: '7a', from: '2026-09-01', to: null },
    { pupil: 'p2', schoolClass: '7a', from: '2026-09-01', to: null },
    { pupil: 'p3', schoolClass: '7a', from: '2026-09-01', to: '2026-11-20' },
    { pupil: 'p4', schoolClass: '8b', from: '2026-09-01', to: null },
  ],
  groups: [{ id: 'en1', name: '7А/1', subject: 'english', classes: ['7a'], members: ['p2'] }],
  assignments: [
    { id: 'alg7a', teacher: 'algebraist', subject: 'algebra', target: { kind: 'class', id: '7a' } },
    { id: 'eng7a', teacher: 'leader', subject: 'english', target: { kind: 'group', id: 'en1' } },
    { id: 'his8b', teacher: 'stranger', subject: 'history', target: { kind: 'class', id: '8b' } },
  ],
  timetable: [
    { id: 's1', weekday: 2, period: 1, assignment: 'alg7a' },
    { id: 's2', weekday: 2, period: 2, assignment: 'eng7a' },
    { id: 's3', weekday: 2, period: 1, assignment: 'his8b' },
    { id: 's4', weekday: 2, period: 6, assignment: 'alg7a' },
    { id: 's5', weekday: 6, period: 1, assignment: 'his8b' },
    { id: 's6', weekday: 6, period: 2, assignment: 'alg7a' },
  ],
  plan: [
    { subject: 'algebra', parallel: 7, no: 1, topic: 'Степень', homework: null },
    { subject: 'algebra', parallel: 7, no: 5, topic: 'Одночлены', homework: '№ 341' },
    { subject: 'algebra', parallel: 7, no: 6, topic: 'Умножение одночленов', homework: null },
  ],
  substitutions: [],
}

export const algebraFirst = lessonId('s1', tuesday)
export const english = lessonId('s2', tuesday)
export const history = lessonId('s3', tuesday)
export const algebraLast = lessonId('s4', tuesday)
