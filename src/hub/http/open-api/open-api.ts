// The hub's description for machines: OpenAPI 3.1, its shapes made from the contract's own schemas.
import * as z from 'zod'
import { protocolVersion } from '../../../contract/protocol.ts'
import { bareOperation, operation, textOf } from './operation.ts'
import { schemas } from './schemas.ts'

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
      get: operation('Changes above a revision', 'PullAnswer', {
        query: ['since', 'incarnation', 'seen', 'boot'],
      }),
    },
    '/api/reference': { get: operation('The part of the school one works with', 'ReferenceAnswer') },
    '/api/board': { get: operation('What is not yet transferred (deputy, head)', 'BoardAnswer') },
    '/api/board/backlog': {
      get: operation('The backlog over time (deputy, head)', 'BacklogHistory'),
    },
    '/api/board/period': {
      get: operation('How duties were met from one date to another (deputy, head)', 'PeriodAnswer', {
        query: ['from', 'to'],
      }),
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
    '/api/board/term-marks': {
      get: operation(
        'Final marks of a class that wait to be entered by hand (deputy, head)',
        'WaitingTermMarks',
        {
          query: ['class'],
        },
      ),
    },
    '/api/lessons/{id}/cells': {
      get: operation('The written cells of a lesson, for whoever may read it', 'LessonCells', {
        path: ['id'],
      }),
    },
    '/api/incidents': {
      post: operation('A loss that a tablet told of has been dealt with (deputy)', 'DealtIncidentAnswer', {
        body: 'DealtIncident',
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
    '/api/transfer/return': {
      get: bareOperation(
        'Where АИС СРО sends a person back who has opened a session: the transfer begins',
        { 302: { description: 'To the page of the transfer' } },
        { query: ['code', 'state'] },
      ),
    },
    '/api/events': {
      get: bareOperation(
        'The bell: the revision at each change, and «alive» every 20 seconds',
        textOf('text/event-stream', 'A stream that lasts while the page does'),
      ),
    },
    '/api/openapi.json': {
      get: bareOperation(
        'This description',
        { 200: { description: 'OK', content: { 'application/json': { schema: { type: 'object' } } } } },
        { open: true },
      ),
    },
    '/healthz': { get: operation('Whether the server lives', 'Health', { open: true }) },
    '/metrics': {
      get: bareOperation('Its numbers', textOf('text/plain', 'In Prometheus’ own words'), { open: true }),
    },
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
