// What a school brings about its days comes into the document, keeps the wire's shape, and counts at once.
import { expect, it } from 'vitest'
import { schoolSchema } from '../../src/contract/school-schema.ts'
import { madeUpSchool } from '../../src/demo/school/made-up-school.ts'
import { transferDue } from '../../src/domain/calendar/transfer-due.ts'
import { calendarOf } from '../../src/domain/calendar/work-calendar.ts'
import { yearStatus } from '../../src/domain/calendar/working-day.ts'
import { lessonsOn } from '../../src/domain/lesson.ts'
import { notationOf } from '../../src/domain/notation/notation.ts'
import type { School, SchoolClass } from '../../src/domain/school.ts'
import { buildFromTexts, buildSchool } from '../../src/hub/import/build-school.ts'
import { faultMessage } from '../../src/hub/import/fault-message.ts'
import { keepByHand } from '../../src/hub/import/keep-by-hand.ts'
import { listTexts } from '../../src/hub/school/list-texts.ts'

const files = Object.fromEntries(
  Object.entries(madeUpSchool({ today: '2026-11-24' })).map(([name, text]) => [
    name.replace('.csv', ''),
    text,
  ]),
)
const built = (more: Record<string, string>) => buildSchool({ ...files, ...more })
const schoolWith = (more: Record<string, string>) => {
  const outcome = built(more)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  expect(schoolSchema.safeParse(outcome.school)).toMatchObject({ success: true, data: outcome.school })
  return outcome.school
}
const plain = schoolWith({})
const [lesson] = lessonsOn(plain, '2026-11-24')
const [schoolClass] = plain.classes
const [pupil] = plain.pupils

it('a confirmed year takes the place of the one that ships', () => {
  const calendar = `date,kind,from,source
01.01.2027,year,,Постановление № 1
05.11.2027,dayOff,,
31.12.2027,transfer,03.01.2027,
03.11.2027,short,,
`
  const school = schoolWith({ calendar })
  expect(yearStatus(2027, calendarOf(plain))).toBe('unconfirmed')
  expect(yearStatus(2027, calendarOf(school))).toBe('confirmed')
  expect(transferDue('2027-11-03', 6, calendarOf(school)).due).toBe('2027-11-08')
  expect(transferDue('2027-11-03', 6).due).toBe('2027-11-06')
})

it('days, changed lessons and shortened bells move the timetable', () => {
  const days = `kind,from,to,classes
frost,2026-11-24,2026-11-24,${schoolClass?.id}
shortened,2026-11-25,2026-11-25,
`
  const changes = `lesson,kind,date,period,into
${lesson?.id},cancelled,,,
`
  const bells = 'shift,period,begins,ends\n1,1,08:00,08:30\n'
  const school = schoolWith({ days, changes, 'short-bells': bells })
  const ids = lessonsOn(school, '2026-11-24').map((one) => one.id)
  expect(ids).not.toContain(lesson?.id)
  expect(lessonsOn(school, '2026-11-24').filter((one) => one.target.id === schoolClass?.id)).toEqual([])
  const shortened = lessonsOn(school, '2026-11-25').filter((one) => one.period === 1)
  expect(new Set(shortened.map((one) => one.ends))).toContain('2026-11-25T01:30:00.000Z')
})

it('buildings, statuses and the end of work come in', () => {
  const school = schoolWith({
    buildings: `schoolClass,building\n${schoolClass?.id},Новый\n`,
    statuses: `pupil,kind,subject,from,to\n${pupil?.id},exempt,,2026-09-01,\n`,
    'end-of-work': 'usual,shortDay\n17:00,16:00\n',
  })
  expect(school.classes[0]?.building).toBe('Новый')
  expect(school.statuses).toEqual([
    { pupil: pupil?.id, kind: 'exempt', subject: null, from: '2026-09-01', to: null },
  ])
  expect(school.endOfWork).toEqual({ usual: '17:00', shortDay: '16:00' })
})

it('a scale of marks comes in as a setting', () => {
  const school = schoolWith({ settings: 'name,value\nmarkScale,"5, 4, 3, 2, н/а, б/о"\nquietMinutes,15\n' })
  expect(notationOf(school).marks).toEqual(['5', '4', '3', '2', 'н/а', 'б/о'])
})

it('letters of attendance come in as settings', () => {
  const school = schoolWith({ settings: 'name,value\nabsentLetter,ОТ\npresentLetter,п\n' })
  expect(notationOf(school).letters).toMatchObject({ absent: 'ОТ', present: 'п', illness: 'Б' })
})

it.each([
  ['markScale,5 4 3 2 5/4', '«5/4» читается двояко: как одна отметка и как две'],
  ['illnessLetter,н', '«н» уже значит другое в посещаемости'],
  ['illnessLetter,больной', '«больной» не подходит; нужны буквы, от одной до четырёх'],
  ['lateLetter,зач', '«зач» и отметка шкалы, и буква посещаемости'],
])('how no school can write is refused with its row, in words: %s', (row, words) => {
  const outcome = built({ settings: `name,value\nquietMinutes,15\n${row}\n` })
  expect(outcome.ok ? [] : outcome.faults.map(faultMessage)).toEqual([
    `settings.csv, строка 3, столбец value: ${words}`,
  ])
})

it.each([
  [
    'a year without what it rests on',
    { calendar: 'date,kind,from,source\n2027-01-01,year,,\n' },
    'source empty',
  ],
  [
    'a day of a year nobody confirmed',
    { calendar: 'date,kind,from,source\n2027-11-05,dayOff,,\n' },
    'date unknown',
  ],
  [
    'a day that no year has',
    { calendar: 'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-02-30,dayOff,,\n' },
    'date notDate',
  ],
  [
    'a transfer from nowhere',
    { calendar: 'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-11-05,transfer,,\n' },
    'from empty',
  ],
  [
    'a year confirmed twice',
    { calendar: 'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-01-01,year,,№ 2\n' },
    'date twice',
  ],
  [
    'two transfers to one day',
    {
      calendar:
        'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-06-15,transfer,2027-06-12,\n2027-06-15,transfer,2027-06-13,\n',
    },
    'date twice',
  ],
  [
    'one day off moved to two days',
    {
      calendar:
        'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-06-15,transfer,2027-06-12,\n2027-06-16,transfer,2027-06-12,\n',
    },
    'from twice',
  ],
  [
    'a day both off and short',
    {
      calendar: 'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-11-05,dayOff,,\n2027-11-05,short,,\n',
    },
    'date twice',
  ],
  [
    'a transfer of a working day',
    { calendar: 'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-06-16,transfer,2027-06-10,\n' },
    'from notDayOff',
  ],
  [
    'a transfer of a day onto itself',
    { calendar: 'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-06-14,transfer,2027-06-14,\n' },
    'from notDayOff',
  ],
  [
    'a transfer from another year',
    { calendar: 'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-06-17,transfer,2026-06-13,\n' },
    'from notDayOff',
  ],
  [
    'a transfer to a Sunday',
    { calendar: 'date,kind,from,source\n2027-01-01,year,,№ 1\n2027-06-20,transfer,2027-06-12,\n' },
    'date offAlready',
  ],
  [
    'a moved lesson without its day',
    { changes: `lesson,kind,date,period,into\n${lesson?.id},moved,,2,\n` },
    'date empty',
  ],
  [
    'a merged one without the other',
    { changes: `lesson,kind,date,period,into\n${lesson?.id},merged,,,\n` },
    'into empty',
  ],
  [
    'a class that is not there',
    { days: 'kind,from,to,classes\nfrost,2026-11-24,2026-11-24,99Я\n' },
    'classes unknown',
  ],
])('names what can’t be read: %s', (_, more, fault) => {
  const outcome = built(more)
  expect(outcome.ok ? [] : outcome.faults.map((one) => `${one.column} ${one.problem}`)).toEqual([fault])
})

it('terms by parallel, weekday bells, individual plans and dates of members come in', () => {
  const [group] = plain.groups
  const terms =
    'id,name,from,to,parallels\nq,Четверть,2026-11-05,2026-12-29,7;8\nh,Полугодие,2026-09-01,2026-12-29,10\n'
  const groups = `id,name,subject,classes,individualPlan\nplan,План,${group?.subject},${group?.classes[0]},yes\n`
  const school = schoolWith({
    terms,
    bells:
      `${files.bells}`.replace('ends', 'ends,weekday').replaceAll(/(\d\d:\d\d)$/gm, '$1,') +
      '1,1,08:10,08:50,1\n',
    groups,
    'group-members': `group,pupil,from,to\nplan,${pupil?.id},2026-11-10,\n`,
    assignments: `${files.assignments}`
      .split('\n')
      .filter((row) => !row.includes(',group,'))
      .join('\n'),
    timetable: `id,weekday,period,assignment\n`,
  })
  expect(school.terms).toEqual([
    { id: 'q', name: 'Четверть', from: '2026-11-05', to: '2026-12-29', parallels: [7, 8] },
    { id: 'h', name: 'Полугодие', from: '2026-09-01', to: '2026-12-29', parallels: [10] },
  ])
  expect(school.bells.at(-1)).toEqual({ shift: 1, period: 1, begins: '08:10', ends: '08:50', weekday: 1 })
  expect(school.groups).toEqual([
    {
      ...{ id: 'plan', name: 'План', subject: group?.subject, classes: [group?.classes[0]] },
      ...{
        individualPlan: true,
        members: [pupil?.id],
        memberDates: [{ pupil: pupil?.id, from: '2026-11-10', to: null }],
      },
    },
  ])
})

it.each([
  ['from the beginning of the year', '2026-10-31', '2026-09-01'],
  ['and is in no lesson of it who left before', '2026-08-20', '2026-08-20'],
])('who left a group is in it until that day, %s', (_, to, from) => {
  const terms = 'id,name,from,to\nsecond,Вторая,2026-11-05,2026-12-29\nfirst,Первая,2026-09-01,2026-10-25\n'
  const [group] = plain.groups
  const members = `group,pupil,from,to\n${group?.id},${pupil?.id},,${to}\n`
  const school = schoolWith({ terms, 'group-members': members })
  expect(school.groups.find((one) => one.id === group?.id)).toMatchObject({
    ...{ members: [pupil?.id], memberDates: [{ pupil: pupil?.id, from, to }] },
  })
  // The lists as they stand can be edited on: their rows read as they were written.
  const texts = listTexts(
    school,
    school.staff.map((one) => ({ person: one.id, login: one.id })),
  )
  expect(buildFromTexts(texts)).toMatchObject({ ok: true, school: { groups: school.groups } })
})

it('what a deputy keeps by hand outlives an import that brings no such list', () => {
  const mine = lesson?.id ?? ''
  const former: School = {
    ...plain,
    substitutions: [
      { lesson: mine, teacher: plain.staff[0]?.id ?? '' },
      { lesson: 'gone@2026-11-24', teacher: plain.staff[0]?.id ?? '' },
    ],
    days: [{ kind: 'frost', from: '2026-12-01', to: '2026-12-01', classes: null }],
    settings: { termReading: 'strict' },
  }
  const kept = keepByHand(plain, former, (list) => list === 'timetable')
  expect(kept.school).toMatchObject({
    ...{ days: former.days, settings: former.settings },
    substitutions: [{ lesson: mine }],
  })
  expect(kept.ended).toEqual([{ list: 'substitutions', rows: 1 }])
  // What the folder brings takes the place of what stood there.
  expect(keepByHand(plain, former, () => true).school).toEqual(plain)
})

it('an import without the lists of short bells and buildings leaves those that a deputy keeps', () => {
  const short = { shift: 1, period: 1, begins: '08:00', ends: '08:30', shortened: true } as const
  const classes = plain.classes.map((one, at) => (at === 0 ? { ...one, building: 'Корпус 2' } : one))
  const former: School = { ...plain, classes, bells: [...plain.bells, short] }
  const { school, ended } = keepByHand(
    plain,
    former,
    (list) => list !== 'short-bells' && list !== 'buildings',
  )
  expect(school.bells.filter((one) => one.shortened)).toEqual([short])
  expect(school.classes).toEqual(classes)
  expect(ended).toEqual([])
  expect(keepByHand(plain, former, () => true).school).toEqual(plain)
})

it('an import tells of short bells and buildings that its lists have no place for', () => {
  const short = { shift: 2, period: 1, begins: '13:00', ends: '13:30', shortened: true } as const
  const gone = { ...(schoolClass as SchoolClass), id: 'gone', building: 'Корпус 2' }
  const usual = { shift: 2, period: 1, begins: '13:00', ends: '13:40' } as const
  const imported: School = { ...plain, bells: [...plain.bells.filter((one) => one.shift === 1), usual] }
  const former: School = {
    ...imported,
    ...{ classes: [...plain.classes, gone], bells: [...imported.bells, short, { ...short, period: 14 }] },
  }
  const { school, ended } = keepByHand(imported, former, () => false)
  expect(school.bells.filter((one) => one.shortened)).toEqual([short])
  expect(school.classes).toEqual(plain.classes)
  expect(ended).toEqual([
    { list: 'short-bells', rows: 1 },
    { list: 'buildings', rows: 1 },
  ])
  expect(keepByHand(imported, former, () => true).ended).toEqual([])
})
