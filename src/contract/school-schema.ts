// The shape of the school's lists on the wire: a tablet keeps none that it could not show.
import * as z from 'zod/mini'
import type { School } from '../domain/school.ts'
import { settingChoices } from '../domain/settings.ts'

const id = z.string().check(z.minLength(1), z.maxLength(200))
const text = z.string().check(z.maxLength(2000))
/** How the school writes marks and attendance: a line of a few signs each. */
const written = z.exactOptional(z.string().check(z.maxLength(200)))
const count = z.int().check(z.minimum(0))
const date = z.iso.date()
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const week = z.union([z.literal(5), z.literal(6)])
const shift = z.union([z.literal(1), z.literal(2)])
const name = { lastName: text, firstName: text, middleName: z.nullable(text) }
const span = { from: date, to: z.nullable(date) }
const days = { from: z.exactOptional(date), to: z.exactOptional(date) }
const position = z.enum(['teacher', 'deputyHead', 'head'])

/** Years of the working calendar by the school's own word. */
export const workYearsSchema: z.ZodMiniType<NonNullable<School['workYears']>> = z.array(
  z.object({
    year: count,
    source: text,
    transfers: z.array(z.object({ from: date, to: date })),
    daysOff: z.array(date),
    shortDays: z.array(date),
  }),
)

export const schoolSchema = z.object({
  version: count,
  name: text,
  zone: text,
  workWeek: week,
  terms: z.array(
    z.object({ id, name: text, from: date, to: date, parallels: z.exactOptional(z.array(count)) }),
  ),
  firstYear: z.exactOptional(count),
  bells: z.array(
    z.object({
      shift,
      period: count,
      begins: time,
      ends: time,
      shortened: z.exactOptional(z.literal(true)),
      weekday: z.exactOptional(count),
      ...days,
    }),
  ),
  subjects: z.array(z.object({ id, name: text })),
  staff: z.array(z.object({ id, ...name, positions: z.array(position) })),
  classes: z.array(
    z.object({
      id,
      parallel: count,
      letter: text,
      shift,
      studyWeek: week,
      classTeacher: id,
      building: z.exactOptional(id),
    }),
  ),
  pupils: z.array(z.object({ id, ...name })),
  enrolments: z.array(z.object({ pupil: id, schoolClass: id, from: date, to: z.nullable(date) })),
  groups: z.array(
    z.object({
      id,
      name: text,
      subject: id,
      classes: z.array(id),
      members: z.array(id),
      memberDates: z.exactOptional(z.array(z.object({ pupil: id, ...span }))),
      individualPlan: z.exactOptional(z.literal(true)),
    }),
  ),
  assignments: z.array(
    z.object({
      id,
      teacher: id,
      subject: id,
      target: z.object({ kind: z.enum(['class', 'group']), id }),
    }),
  ),
  timetable: z.array(
    z.object({
      ...{ id, weekday: count, period: count, assignment: id },
      ...days,
    }),
  ),
  plan: z.array(
    z.object({ subject: id, parallel: count, no: count, topic: text, homework: z.nullable(text) }),
  ),
  substitutions: z.array(z.object({ lesson: id, teacher: id })),
  days: z.exactOptional(
    z.array(
      z.object({
        kind: z.enum(['dayOff', 'vacation', 'frost', 'quarantine', 'remote', 'shortened']),
        from: date,
        to: date,
        classes: z.nullable(z.array(id)),
      }),
    ),
  ),
  changes: z.exactOptional(
    z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('cancelled'), lesson: id }),
        z.object({ kind: z.literal('moved'), lesson: id, date, period: count }),
        z.object({ kind: z.literal('merged'), lesson: id, into: id }),
      ]),
    ),
  ),
  statuses: z.exactOptional(
    z.array(
      z.object({
        pupil: id,
        kind: z.enum(['exempt', 'homeSchooled', 'remote']),
        subject: z.nullable(id),
        ...span,
      }),
    ),
  ),
  workYears: z.exactOptional(workYearsSchema),
  endOfWork: z.exactOptional(z.object({ usual: time, shortDay: time })),
  settings: z.exactOptional(
    z.object({
      termReading: z.exactOptional(z.enum(settingChoices.termReading)),
      essayOnDayOff: z.exactOptional(z.enum(settingChoices.essayOnDayOff)),
      marksLateFrom: z.exactOptional(z.enum(settingChoices.marksLateFrom)),
      homeworkAfter: z.exactOptional(z.enum(settingChoices.homeworkAfter)),
      markSeparator: z.exactOptional(z.enum(settingChoices.markSeparator)),
      markScale: written,
      absentLetter: written,
      illnessLetter: written,
      excusedLetter: written,
      unexcusedLetter: written,
      lateLetter: written,
      exemptLetter: written,
      presentLetter: written,
      termWeekDays: z.exactOptional(count),
      outageFromMinutes: z.exactOptional(count),
      quietMinutes: z.exactOptional(count),
      homeworkMinutes: z.exactOptional(count),
      unsentMinutes: z.exactOptional(count),
    }),
  ),
}) satisfies z.ZodMiniType<School>
