// The shapes of what is sent and answered, under the names that the description gives them.
import * as z from 'zod'
import { backlogHistorySchema, boardAnswerSchema } from '../../../contract/board-schema.ts'
import { entrySchema } from '../../../contract/entry-schema.ts'
import { findingsAnswerSchema } from '../../../contract/finding-schema.ts'
import {
  cellHistorySchema,
  lessonCellsSchema,
  waitingTermMarksSchema,
} from '../../../contract/history-schema.ts'
import {
  dealtIncidentAnswerSchema,
  dealtIncidentSchema,
  declareLossSchema,
  lossesAnswerSchema,
  paperAnswerSchema,
  paperRequestSchema,
  paperSheetSchema,
} from '../../../contract/loss-schema.ts'
import { giveUpActSchema, giveUpAnswerSchema } from '../../../contract/not-carried-schema.ts'
import { outageActSchema, registerAnswerSchema } from '../../../contract/outage-schema.ts'
import { periodAnswerSchema } from '../../../contract/period-schema.ts'
import {
  problemSchema,
  pullAnswerSchema,
  pushAnswerSchema,
  pushRequestSchema,
  referenceAnswerSchema,
  sessionSchema,
  signedOutSchema,
  signInRequestSchema,
  transferViewSchema,
} from '../../../contract/protocol.ts'
import { remindersAnswerSchema, sendReminderSchema } from '../../../contract/reminder-schema.ts'
import { schoolAnswerSchema, schoolEditSchema } from '../../../contract/school-edit-schema.ts'
import { setAsideAnswerSchema, setAsideSchema } from '../../../contract/set-aside-schema.ts'
import { bindActSchema, unboundAnswerSchema } from '../../../contract/unbound-schema.ts'

/** No device reads it: it is for whoever watches over the server. */
const healthSchema = z.object({
  status: z.literal('ok'),
  rev: z.number(),
  /** The version of the lists. */
  school: z.nullable(z.number()),
  backup: z.nullable(
    z.object({ at: z.nullable(z.string()), failedAt: z.nullable(z.string()), failures: z.number() }),
  ),
})

export const schemas = {
  Entry: entrySchema,
  PushRequest: pushRequestSchema,
  PushAnswer: pushAnswerSchema,
  PullAnswer: pullAnswerSchema,
  ReferenceAnswer: referenceAnswerSchema,
  SignInRequest: signInRequestSchema,
  Session: sessionSchema,
  SignedOut: signedOutSchema,
  BoardAnswer: boardAnswerSchema,
  BacklogHistory: backlogHistorySchema,
  PeriodAnswer: periodAnswerSchema,
  FindingsAnswer: findingsAnswerSchema,
  LessonCells: lessonCellsSchema,
  CellHistory: cellHistorySchema,
  WaitingTermMarks: waitingTermMarksSchema,
  OutageAct: outageActSchema,
  RegisterAnswer: registerAnswerSchema,
  DeclareLoss: declareLossSchema,
  LossesAnswer: lossesAnswerSchema,
  PaperSheet: paperSheetSchema,
  PaperRequest: paperRequestSchema,
  PaperAnswer: paperAnswerSchema,
  SendReminder: sendReminderSchema,
  RemindersAnswer: remindersAnswerSchema,
  SchoolAnswer: schoolAnswerSchema,
  SchoolEdit: schoolEditSchema,
  UnboundAnswer: unboundAnswerSchema,
  BindAct: bindActSchema,
  DealtIncident: dealtIncidentSchema,
  DealtIncidentAnswer: dealtIncidentAnswerSchema,
  SetAside: setAsideSchema,
  SetAsideAnswer: setAsideAnswerSchema,
  GiveUpAct: giveUpActSchema,
  GiveUpAnswer: giveUpAnswerSchema,
  TransferView: transferViewSchema,
  Health: healthSchema,
  Problem: problemSchema,
}
export type SchemaName = keyof typeof schemas
