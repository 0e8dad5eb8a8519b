// Reminders: kept by the hub, told to the one reminded with the next pull, and to the administration.
import type { Reminder, RemindersAnswer, SendReminder } from '../../contract/reminder-schema.ts'
import type { PersonId, School } from '../../domain/school.ts'
import { toInstant, toMs } from '../../domain/time.ts'
import { writeAudit } from '../audit.ts'
import { namesOf } from '../board/names.ts'
import { readRevision } from '../database/revision.ts'
import type { Database } from '../database/tables.ts'

/** After so long a reminder is told to nobody any more. */
const lifeMs = 14 * 86_400_000
/** Nobody reads more. */
const mostTold = 50
const since = (now: string): string => toInstant(toMs(now) - lifeMs)

export interface ReminderPorts {
  db: Database
  now(): string
  newId(): string
}

export type SendOutcome = { kind: 'sent'; rev: number } | { kind: 'unknownPerson' }

/** Sent again under the same id it changes nothing. */
export const sendReminder = (
  { db, now, newId }: ReminderPorts,
  school: School,
  sender: PersonId,
  { id, person, text }: SendReminder,
): Promise<SendOutcome> =>
  db.transaction().execute(async (trx): Promise<SendOutcome> => {
    if (!school.staff.some((one) => one.id === person)) return { kind: 'unknownPerson' }
    const at = now()
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('reminder')
      .values({ id, person, sender, text, at })
      .onConflict((oc) => oc.column('id').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows) {
      await writeAudit(trx, {
        ...{ id: newId(), at, who: sender, device: null, action: 'reminder', subject: `to ${person}` },
        ...{ before: null, after: null },
      })
    }
    return { kind: 'sent', rev: (await readRevision(trx)).rev }
  })

/** The newest of a person that are still told, oldest first: a tablet hears them whole with each pull. */
export const remindersFor = async (
  db: Database,
  school: School,
  person: PersonId,
  now: string,
): Promise<Reminder[]> => {
  const rows = await db
    .selectFrom('reminder')
    .selectAll()
    .where('person', '=', person)
    .where('at', '>=', since(now))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostTold)
    .execute()
  if (rows.length === 0) return []
  const names = namesOf(school)
  return rows.reverse().map(({ id, sender, text, at }) => ({ id, sender: names.person(sender), text, at }))
}

/** So many are shown to who sends them. */
const shown = 200

export const readReminders = async (db: Database, school: School, now: string): Promise<RemindersAnswer> => {
  const names = namesOf(school)
  const { incarnation } = await readRevision(db)
  const rows = await db
    .selectFrom('reminder')
    .selectAll()
    .where('at', '>=', since(now))
    .orderBy('at', 'desc')
    .limit(shown)
    .execute()
  const reminders = rows.map(({ id, person, sender, text, at }) => ({
    ...{ id, person, name: names.person(person), sender: names.person(sender), text, at },
  }))
  return { serverTime: now, incarnation, reminders }
}
