// A hub on which every act has something to act upon, and the bodies with which people do so.
import type { HubFetch } from '../../src/contract/hub-client.ts'
import type { DealtIncident, DeclareLoss, PaperRequest } from '../../src/contract/loss-schema.ts'
import type { GiveUpAct } from '../../src/contract/not-carried-schema.ts'
import type { OutageAct } from '../../src/contract/outage-schema.ts'
import type { PushRequest, SignInRequest } from '../../src/contract/protocol.ts'
import type { SendReminder } from '../../src/contract/reminder-schema.ts'
import type { SchoolEdit } from '../../src/contract/school-edit-schema.ts'
import type { SetAside } from '../../src/contract/set-aside-schema.ts'
import type { BindAct } from '../../src/contract/unbound-schema.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { provisionalLesson, provisionalPupil } from '../../src/domain/provisional.ts'
import type { Database } from '../../src/hub/database/tables.ts'
import { attendanceOfP1, chain } from '../domain/entries.ts'
import { algebraFirst, history, tuesday } from '../domain/tiny-school.ts'
import { createHubRig, password } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'

const absent = { code: 'absent' } as const
const attendance = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })
const topic: Cell = { kind: 'topic', lesson: algebraFirst }
const homework: Cell = { kind: 'homework', lesson: algebraFirst }
const mark: Cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' }
const named = provisionalLesson({ schoolClass: 'восьмой Б', period: 1, date: tuesday })
const why = 'нет связи'
const teacher = { kind: 'teacher', person: 'leader' } as const

/** When the tablet noticed that its memory had lost something. */
const lossToldAt = '2026-11-24T01:00:00.000Z'

/** The loss under which the paper is typed. */
const paperLoss = 'loss-1'

export interface GoodActs {
  '/api/push': PushRequest[]
  '/api/session': SignInRequest[]
  '/api/outages': OutageAct[]
  '/api/losses': DeclareLoss[]
  '/api/losses/:id/entries': PaperRequest[]
  '/api/school': SchoolEdit[]
  '/api/reminders': SendReminder[]
  '/api/unbound': BindAct[]
  '/api/incidents': DealtIncident[]
  '/api/set-aside': SetAside[]
  '/api/not-carried': GiveUpAct[]
}

/** A POST route of the hub as the hub names it. */
export type PostRoute = keyof GoodActs

/** The address of a route of the day that `createBusyHub` makes. */
export const addressOf = (route: PostRoute): string => route.replace(':id', paperLoss)

export const createBusyHub = async (db: Database) => {
  const rig = await createHubRig({ db })
  const algebraist = await rig.signIn('algebraist', 'tablet')
  const stranger = await rig.signIn('stranger', 'tablet')
  const deputy = await rig.signIn('deputy', 'desk')

  const entries = chain([
    { id: 'a1' },
    { id: 'a2', cell: topic, value: { planItem: null, text: 'Дроби' } },
    { id: 'a3', cell: mark, value: { mark: '4' } },
    { id: 'a4', cell: attendance('p2'), value: absent, follows: ['never'] },
    { id: 'a5', cell: homework, value: { none: true } },
  ])
  const unreadable = entries.map((one) => (one.id === 'a5' ? { ...one, schema: 99 } : one))
  const batch = pushOf(unreadable)
  const incident = { at: lossToldAt, restored: 0, lost: 2, altered: 0 }
  await algebraist.client.push({ ...batch, report: { ...batch.report, incident } })
  await algebraist.client.push(pushOf([], { person: 'algebraist', device: 'older', epoch: 1 }))
  const pupil = provisionalPupil('Кимова')
  const byName = chain([
    {
      ...{ id: 'n1', author: 'stranger', cell: { kind: 'topic', lesson: named } },
      value: { planItem: null, text: 'Реформы' },
    },
    { id: 'n2', author: 'stranger', cell: { kind: 'attendance', lesson: named, pupil }, value: absent },
  ])
  await stranger.client.push(pushOf(byName))
  const { client } = deputy
  await client.declareLoss({ id: paperLoss, device: 'older', person: 'algebraist', cause: 'broken' })
  const monday = { from: '2026-11-23T03:00:00.000Z', to: '2026-11-23T04:00:00.000Z' }
  const morning = '2026-11-24T02:00:00.000Z'
  await client.outageAct({ kind: 'open', scope: teacher, at: morning, reason: why })
  await client.outageAct({
    ...{ kind: 'open', scope: { kind: 'school' }, reason: why },
    ...{ at: monday.from, until: monday.to },
  })
  const friday = { from: '2026-11-27T03:00:00.000Z', to: '2026-11-27T04:00:00.000Z' }
  await client.outageAct({ kind: 'plan', scope: { kind: 'school' }, ...friday, reason: why })
  const register = await client.register()
  if (register.kind !== 'ok') throw new Error('the register is not told')
  const [planned] = register.value.planned
  const opened = (at: string): number =>
    register.value.outages.find((one) => one.outage.openedAt === at)?.outage.no ?? 0

  const noSight = { saw: null, follows: [] }
  const acts: GoodActs = {
    '/api/push': [
      pushOf(
        chain([
          { id: 'b1', device: 'other', cell: attendance('p2'), value: absent },
          { id: 'b2', device: 'other', value: { code: 'present' }, saw: absent, follows: ['a1'] },
        ]),
      ),
    ],
    '/api/session': [{ login: 'algebraist', password, device: 'tablet' }],
    '/api/outages': [
      {
        ...{ kind: 'open', scope: { kind: 'school' }, reason: why },
        ...{ at: '2026-11-24T01:00:00.000Z', until: '2026-11-24T01:40:00.000Z' },
      },
      { kind: 'end', no: opened(morning), at: '2026-11-24T04:00:00.000Z' },
      { kind: 'return', no: opened(monday.from), at: '2026-11-23T03:30:00.000Z', reason: why },
      { kind: 'confirm', no: opened(monday.from), reason: why },
      { kind: 'plan', scope: teacher, from: friday.to, to: '2026-11-27T05:00:00.000Z', reason: why },
      { kind: 'withdraw', id: planned?.id ?? '', reason: why },
    ],
    '/api/losses': [{ id: 'loss-2', device: 'tablet', person: 'algebraist', cause: 'gone' }],
    '/api/losses/:id/entries': [
      {
        entries: [
          { id: 'line-1', cell: attendance('p2'), value: absent, ...noSight },
          { id: 'line-2', cell: topic, value: { planItem: null, text: 'Проценты' }, ...noSight },
          { id: 'line-3', cell: attendanceOfP1, value: null, saw: absent, follows: ['a1'] },
        ],
      },
    ],
    '/api/school': [
      {
        version: 1,
        edits: [
          { list: 'substitutions', add: { lesson: algebraFirst, teacher: 'stranger' } },
          { list: 'settings', add: { name: 'termReading', value: 'strict' } },
        ],
      },
    ],
    '/api/reminders': [{ id: 'word', person: 'algebraist', text: 'Не отправлено 5 записей.' }],
    '/api/unbound': [
      {
        ...{ person: 'stranger', lesson: named, into: history },
        pupils: [{ named: pupil, pupil: 'p4' }],
      },
    ],
    '/api/incidents': [{ device: 'tablet', person: 'algebraist', at: lossToldAt }],
    '/api/set-aside': [{ id: 'aside', entries: ['a5', 'never'] }],
    '/api/not-carried': [
      {
        ...{ id: 'give-1', cause: 'locked', note: 'период закрыт' },
        cells: [
          { key: `${algebraFirst}/attendance/p1`, holders: ['a1'] },
          { key: `${algebraFirst}/topic`, holders: ['a2'] },
        ],
      },
      {
        ...{ id: 'give-2', cause: 'byHand', note: '' },
        cells: [{ key: 'term:q2/algebra/p1', holders: ['a3'] }],
      },
    ],
  }
  /** Entries are sent by their author, and a person signs in on a browser of one's own; all else a deputy says. */
  const senderOf = (route: PostRoute): HubFetch => {
    if (route === '/api/push') return algebraist.send
    return route === '/api/session' ? rig.browser().send : deputy.send
  }
  return { ...rig, acts, senderOf, deputy }
}
