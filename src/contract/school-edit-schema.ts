// The school's lists edited by hand: what a deputy reads of them, changes in them, and why a change is refused.
import * as z from 'zod/mini'
import { count, hubSays, instant } from './hub-says.ts'
import { schoolSchema } from './school-schema.ts'

/** The same lists, with the same columns, as a school imports. */
const editableList = z.enum([
  'terms',
  'bells',
  'staff',
  'classes',
  'pupils',
  'groups',
  'group-members',
  'assignments',
  'timetable',
  'substitutions',
  'short-bells',
  'buildings',
  'days',
  'changes',
  'statuses',
  'calendar',
  'end-of-work',
  'settings',
])

const rowText = z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(500)))

/** Takes out the rows that hold these values, then adds one. A row that differs in one column is named by the others. */
const listEdit = z.object({
  list: editableList,
  remove: z.exactOptional(rowText),
  add: z.exactOptional(rowText),
})
export type ListEdit = z.infer<typeof listEdit>

/** `version` is the one that the person saw: a newer one refuses the edits. All of them are applied, or none. */
export const schoolEditSchema = z.object({
  version: count,
  edits: z.array(listEdit).check(z.minLength(1), z.maxLength(500)),
})
export type SchoolEdit = z.infer<typeof schoolEditSchema>

const listFault = z.object({
  list: z.string(),
  /** As a spreadsheet numbers it: the head is row 1. */
  row: count,
  column: z.string(),
  problem: z.string(),
  value: z.exactOptional(z.string()),
})
export type ListFault = z.infer<typeof listFault>

/** One version of the lists: whose it is, and how many rows of which list came and went; null for an import. */
const schoolChange = z.object({
  version: count,
  at: instant,
  name: z.string(),
  lists: z.nullable(z.array(z.object({ list: z.string(), added: count, removed: count }))),
  /** What was set, where it was a setting. */
  set: z.array(z.object({ name: z.string(), value: z.string() })),
})
export type SchoolChange = z.infer<typeof schoolChange>

/** One change of a setting; an empty value is the way back to its default. */
const settingChange = z.object({ at: instant, name: z.string(), setting: z.string(), value: z.string() })
export type SettingChange = z.infer<typeof settingChange>

/** The whole school without its plans of topics, its last versions and the changes of its settings, the newest first. */
export const schoolAnswerSchema = z.object({
  ...hubSays,
  school: schoolSchema,
  /** The school's document names nobody's login; whoever edits the staff needs them. */
  logins: z.exactOptional(z.array(z.object({ person: z.string(), login: z.string() }))),
  history: z.array(schoolChange),
  /** However many versions ago; a hub of before tells none. */
  settingChanges: z.exactOptional(z.array(settingChange)),
  /** Why nothing was changed: rows that can't be so, or `stale` where somebody else has changed the lists meanwhile. */
  faults: z.exactOptional(z.array(listFault)),
  stale: z.exactOptional(z.literal(true)),
})
export type SchoolAnswer = z.infer<typeof schoolAnswerSchema>
