// Reminders on the wire: one person's word to another, who reads it on the tablet.
import * as z from 'zod/mini'
import { hubSays, instant } from './hub-says.ts'

const id = z.string().check(z.minLength(1), z.maxLength(120))
const text = z.string().check(z.minLength(1), z.maxLength(300))

/** As the tablet of the one reminded hears it. */
export const reminderSchema = z.object({ id, sender: z.string(), text, at: instant })
export type Reminder = z.infer<typeof reminderSchema>

/** `id` names the act: sent twice, it is one. */
export const sendReminderSchema = z.object({ id, person: id, text })
export type SendReminder = z.infer<typeof sendReminderSchema>

/** What was sent of late, newest first. */
export const remindersAnswerSchema = z.object({
  ...hubSays,
  reminders: z.array(
    z.object({ id, person: z.string(), name: z.string(), sender: z.string(), text, at: instant }),
  ),
})
export type RemindersAnswer = z.infer<typeof remindersAnswerSchema>
