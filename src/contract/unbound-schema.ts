// Entries recorded by name that the lists have no place for: what a deputy reads of them, and where a person puts them.
import * as z from 'zod/mini'
import type { Refusal } from '../domain/role.ts'
import { hubSays, instant } from './hub-says.ts'
import { cellSchema, cellValueSchema } from './value-schema.ts'

const id = z.string().check(z.minLength(1), z.maxLength(200))

/** Entries of one person about one lesson; its id, and those of pupils, may be names (`domain/provisional.ts`). */
const unboundLesson = z.object({
  person: z.string(),
  name: z.string(),
  lesson: z.string(),
  entries: z.array(
    z.object({
      id: z.string(),
      cell: cellSchema,
      value: z.nullable(cellValueSchema),
      recordedAt: instant,
    }),
  ),
})
export type UnboundLesson = z.infer<typeof unboundLesson>

/** A person's decision: this lesson is that one of the timetable, and these names are these pupils. */
export const bindActSchema = z.object({
  person: id,
  lesson: id,
  into: id,
  pupils: z.array(z.object({ named: id, pupil: id })).check(z.maxLength(60)),
})
export type BindAct = z.infer<typeof bindActSchema>

const whyUnbound = z.enum([
  /** Nobody else's list can be written into: first the substitution, then the place. */
  'foreignLesson',
  'lessonUnknown',
  'lessonNotBegun',
  'pupilNotInLesson',
  /** Nothing of it waits any more, or not one entry finds its cell. */
  'nothing',
  'other',
])
export type WhyUnbound = z.infer<typeof whyUnbound>
const told: readonly Refusal[] = ['foreignLesson', 'lessonUnknown', 'lessonNotBegun', 'pupilNotInLesson']

export const whyUnboundOf = (refusal: string | null): WhyUnbound =>
  (told as readonly (string | null)[]).includes(refusal) ? (refusal as WhyUnbound) : 'other'

export const unboundAnswerSchema = z.object({
  ...hubSays,
  lessons: z.array(unboundLesson),
  /** Why nothing was bound. */
  unfit: z.exactOptional(whyUnbound),
})
export type UnboundAnswer = z.infer<typeof unboundAnswerSchema>
