// The hub's description for machines: OpenAPI 3.1, its shapes made from the contract's own schemas.
import * as z from 'zod'
import { backlogHistorySchema, boardAnswerSchema } from '../../contract/board-schema.ts'
import { entrySchema } from '../../contract/entry-schema.ts'
import { findingsAnswerSchema } from '../../contract/finding-schema.ts'
import { cellHistorySchema, lessonCellsSchema } from '../../contract/history-schema.ts'
import {
  declareLossSchema,
  lossesAnswerSchema,
  paperAnswerSchema,
  paperRequestSchema,
  paperSheetSchema,
} from '../../contract/loss-schema.ts'
import { giveUpActSchema, giveUpAnswerSchema } from '../../contract/not-carried-schema.ts'
import { outageActSchema, registerAnswerSchema } from '../../contract/outage-schema.ts'
import {
  problemSchema,
  protocolVersion,
  pullAnswerSchema,
  pushAnswerSchema,
  pushRequestSchema,
  referenceAnswerSchema,
  sessionSchema,
  signedOutSchema,
  signInRequestSchema,
  transferViewSchema,
} from '../../contract/protocol.ts'
import { remindersAnswerSchema, sendReminderSchema } from '../../contract/reminder-schema.ts'
import { schoolAnswerSchema, schoolEditSchema } from '../../contract/school-edit-schema.ts'
import { setAsideAnswerSchema, setAsideSchema } from '../../contract/set-aside-schema.ts'
import { bindActSchema, unboundAnswerSchema } from '../../contract/unbound-schema.ts'

const schemas = {
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
  FindingsAnswer: findingsAnswerSchema,
  LessonCells: lessonCellsSchema,
  CellHistory: cellHistorySchema,
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
  SetAside: setAsideSchema,
  SetAsideAnswer: setAsideAnswerSchema,
  GiveUpAct: giveUpActSchema,
  GiveUpAnswer: giveUpAnswerSchema,
  TransferView: transferViewSchema,
  Problem: problemSchema,
}
type SchemaName = keyof typeof schemas

const content = (name: SchemaName) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})

const parameters = (where: 'path' | 'query', names: readonly string[] = []) =>
  names.map((name) => ({
    ...{ name, in: where, schema: { type: 'string' } },
    ...(where === 'path' ? { required: true } : {}),
  }))

const operation = (
  summary: string,
  answer: SchemaName,
  options: {
    body?: SchemaName
    path?: readonly string[]
    query?: readonly string[]
    open?: boolean
  } = {},
) => ({
  summary,
  ...(options.open ? {} : { security: [{ session: [] }] }),
  ...(options.path || options.query
    ? { parameters: [...parameters('path', options.path), ...parameters('query', options.query)] }
    : {}),
  ...(options.body ? { requestBody: { required: true, content: content(options.body) } } : {}),
  responses: {
    200: { description: 'OK', content: content(answer) },
    default: { description: 'A problem', content: content('Problem') },
  },
})

const document = () => ({
  openapi: '3.1.0',
  info: { title: 'Временный журнал: школьный сервер', version: String(protocolVersion) },
  paths: {
    '/api/session': {
      post: operation('Sign in', 'Session', { body: 'SignInRequest', open: true }),
      get: operation('Who is signed in', 'Session'),
      delete: operation('Sign out', 'SignedOut'),
    },
    '/api/push': {
      post: operation('Take entries of the own log; at most 1000, each gets a receipt', 'PushAnswer', {
        body: 'PushRequest',
      }),
    },
    '/api/pull': {
      get: operation('Changes above a revision', 'PullAnswer', { query: ['since', 'incarnation'] }),
    },
    '/api/reference': { get: operation('The part of the school one works with', 'ReferenceAnswer') },
    '/api/board': { get: operation('What is not yet transferred (deputy, head)', 'BoardAnswer') },
    '/api/board/backlog': {
      get: operation('The backlog over time (deputy, head)', 'BacklogHistory'),
    },
    '/api/outages': {
      get: operation('The register of outages with its events (deputy, head)', 'RegisterAnswer'),
      post: operation('Enter, end, confirm or plan an outage (deputy)', 'RegisterAnswer', {
        body: 'OutageAct',
      }),
    },
    '/api/losses': {
      get: operation('Silent tablets and those declared lost (deputy)', 'LossesAnswer'),
      post: operation('Declare the gap of a tablet lost (deputy)', 'LossesAnswer', { body: 'DeclareLoss' }),
    },
    '/api/losses/{id}/sheet': {
      get: operation('Lessons of a day that the gap may hold', 'PaperSheet', {
        path: ['id'],
        query: ['date'],
      }),
    },
    '/api/losses/{id}/entries': {
      post: operation('Record from paper in the author’s name', 'PaperAnswer', {
        path: ['id'],
        body: 'PaperRequest',
      }),
    },
    '/api/reminders': {
      get: operation('Reminders of the last two weeks (deputy, head)', 'RemindersAnswer'),
      post: operation('Remind a person, on their tablet (deputy, head)', 'RemindersAnswer', {
        body: 'SendReminder',
      }),
    },
    '/api/school': {
      get: operation('The school’s lists and who changed them (deputy, head)', 'SchoolAnswer'),
      post: operation('Edit the lists by hand: all of it or nothing (deputy)', 'SchoolAnswer', {
        body: 'SchoolEdit',
      }),
    },
    '/api/unbound': {
      get: operation('Entries by name that wait for their place (deputy, head)', 'UnboundAnswer'),
      post: operation('Put them into a lesson of the lists (deputy)', 'UnboundAnswer', { body: 'BindAct' }),
    },
    '/api/findings': {
      get: operation('What was late or missing on a school day (deputy, head)', 'FindingsAnswer', {
        query: ['date'],
      }),
    },
    '/api/lessons/{id}/cells': {
      get: operation('The written cells of a lesson, for whoever may read it', 'LessonCells', {
        path: ['id'],
      }),
    },
    '/api/set-aside': {
      post: operation(
        'Wait no longer for entries that are held or have never come (deputy)',
        'SetAsideAnswer',
        {
          body: 'SetAside',
        },
      ),
    },
    '/api/not-carried': {
      post: operation(
        'Leave entries out of АИС (deputy), or say that final marks were entered by hand: all of it or nothing',
        'GiveUpAnswer',
        {
          body: 'GiveUpAct',
        },
      ),
    },
    '/api/history': {
      get: operation('Everything recorded in a cell, for whoever may read it', 'CellHistory', {
        query: ['cell'],
      }),
    },
    '/api/transfer': { get: operation('The own transfer into АИС СРО', 'TransferView') },
  },
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'journal_session' } },
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [
        name,
        z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', io: 'input' }),
      ]),
    ),
  },
})

type Document = ReturnType<typeof document>
let made: Document | null = null
export const openApi = (): Document => {
  made ??= document()
  return made
}
