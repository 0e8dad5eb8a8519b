// п. 3.1: while АИС СРО can't be reached the temporary journal is kept; the register says when, whom it met and why.
// requirement: R16, R17; screen: Сбои, Сегодня, Контроль
import { afterEach, describe, expect, it } from 'vitest'
import type { OutageAct } from '../../src/contract/outage-schema.ts'
import type { KnownOutage } from '../../src/domain/findings/explained.ts'
import { lintLesson } from '../../src/domain/findings/lint-lesson.ts'
import type { Outage } from '../../src/domain/outage.ts'
import { foldOutage, type OutageEvent } from '../../src/domain/register/outage-event.ts'
import { countsAsOutage, termOf } from '../../src/domain/register/outage-term.ts'
import { reachesInto } from '../../src/domain/register/overlap.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { at, lessonOf, read, recorded } from './recorded.ts'

const outage = (
  no: number,
  opened: string,
  restored: string | null,
  change: Partial<Outage> = {},
): Outage => ({
  ...{ no, scope: { kind: 'school' }, openedAt: at(opened), openedBy: null, restoredBy: null },
  ...{ restoredAt: restored && at(restored), closedAt: restored && at(restored), confirmedAt: null },
  ...change,
})
const met = (opened: string): KnownOutage => ({
  ...{ no: 1, scope: { kind: 'school' }, openedAt: at(opened), restoredAt: at('24.11 14:00'), due: null },
})
// Back on Tuesday at noon: until Thursday 24:00.
const first = outage(1, '24.11 08:00', '24.11 12:00')
const now = at('26.11 20:00')

describe('п. 3.1, 3.2, R17: access lost again inside the term', () => {
  it.each<[string, Outage[], string, string, number | null]>([
    ['nothing more: Thursday 24:00', [], '27.11 00:00', 'none', null],
    [
      'half an hour on Wednesday: a new term from there',
      [outage(2, '25.11 10:00', '25.11 10:30')],
      '28.11 00:00',
      '27.11 00:00',
      2,
    ],
    ['29 minutes move nothing', [outage(2, '25.11 10:00', '25.11 10:29')], '27.11 00:00', 'none', null],
    [
      'unless a deputy has confirmed them',
      [outage(2, '25.11 10:00', '25.11 10:29', { confirmedAt: now })],
      '28.11 00:00',
      '27.11 00:00',
      2,
    ],
    [
      'while it goes on there is no date, and the first stays in sight',
      [outage(2, '26.11 10:00', null)],
      'none',
      '27.11 00:00',
      2,
    ],
    [
      'a chain of them: the last return counts',
      [outage(2, '25.11 10:00', '25.11 12:00'), outage(3, '26.11 09:00', '26.11 11:00')],
      '01.12 00:00',
      '27.11 00:00',
      3,
    ],
    [
      'an outage after the term moves nothing',
      [outage(2, '27.11 10:00', '27.11 12:00')],
      '27.11 00:00',
      'none',
      null,
    ],
    [
      'nor does a teacher’s own move the school’s',
      [outage(2, '25.11 10:00', '25.11 12:00', { scope: { kind: 'teacher', person: 'leader' } })],
      '27.11 00:00',
      'none',
      null,
    ],
  ])('%s', (_, others, due, before, by) => {
    const term = termOf(first, [first, ...others], tinySchool, now)
    expect([read(term.due), read(term.firstDue), term.extendedBy]).toEqual([due, before, by])
  })

  it('has no term before access is back for good', () => {
    const returning = { ...first, closedAt: null }
    expect(termOf(returning, [returning], tinySchool, now).due).toBeNull()
  })

  it('an open outage counts once half an hour has gone', () => {
    const open = outage(1, '24.11 08:00', null)
    expect([
      countsAsOutage(open, tinySchool, at('24.11 08:29')),
      countsAsOutage(open, tinySchool, at('24.11 08:30')),
    ]).toEqual([false, true])
  })
})

describe('п. 3.1, R16: the register is only added to', () => {
  const events: OutageEvent[] = [
    {
      no: 1,
      n: 1,
      at: at('24.11 08:00'),
      who: 'watch',
      kind: 'opened',
      scope: { kind: 'school' },
      probe: null,
      reason: null,
    },
    { no: 1, n: 2, at: at('24.11 08:20'), who: 'watch', kind: 'restored', probe: null },
    { no: 1, n: 3, at: at('24.11 08:25'), who: 'watch', kind: 'relapsed', probe: null },
    { no: 1, n: 4, at: at('24.11 09:00'), who: 'watch', kind: 'restored', probe: null },
    { no: 1, n: 5, at: at('24.11 09:10'), who: 'watch', kind: 'closed' },
    { no: 1, n: 6, at: at('25.11 10:00'), who: 'deputy', kind: 'confirmed', reason: 'письмо поддержки' },
    { no: 1, n: 7, at: at('26.11 10:00'), who: 'deputy', kind: 'confirmed', reason: 'ещё раз' },
  ]
  it.each([
    ['opened', 1, null, null, null],
    ['a short return', 2, '24.11 08:20', null, null],
    ['taken back', 3, null, null, null],
    ['back for good', 5, '24.11 09:00', '24.11 09:10', null],
    ['confirmed, and the first word stands', 7, '24.11 09:00', '24.11 09:10', '25.11 10:00'],
  ])('its events give the outage: %s', (_, count, restored, closed, confirmed) => {
    const folded = foldOutage(events.slice(0, count))
    expect(
      [folded?.restoredAt, folded?.closedAt, folded?.confirmedAt].map((one) => (one ? read(one) : null)),
    ).toEqual([restored, closed, confirmed])
  })
})

describe.each(databases)('п. 3.1: a deputy and the register, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const start = async () => {
    const classes = tinySchool.classes.map((one) => ({
      ...one,
      building: one.id === '7a' ? 'Главный' : 'Новый',
    }))
    const clock = createTurnableClock(at('24.11 09:00'))
    const database = await open()
    const rig = await createHubRig({ db: database.db, school: { ...tinySchool, classes }, clock })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    return { ...rig, clock, deputy: (await rig.signIn('deputy')).client }
  }

  it.skipIf(skip)(
    'opens and ends the outage of a building, to which its lessons’ entries belong',
    async () => {
      const { deputy, signIn, db, clock } = await start()
      const scope = { kind: 'building', building: 'Главный' } as const
      await deputy.outageAct({ kind: 'open', scope, at: at('24.11 08:00'), reason: 'обрыв кабеля' })
      const { client } = await signIn('algebraist', 'tablet')
      await client.push(
        pushOf([
          makeEntry({
            id: 'a',
            cell: { kind: 'topic', lesson: algebraFirst },
            value: { planItem: 5, text: 'Одночлены' },
          }),
        ]),
      )
      expect(await db.selectFrom('entry').select('outage').execute()).toEqual([{ outage: 1 }])
      clock.set(at('24.11 13:00'))
      const ended = await deputy.outageAct({ kind: 'end', no: 1, at: at('24.11 12:00') })
      expect(ended).toMatchObject({
        value: {
          outages: [
            {
              outage: { no: 1, scope, due: at('26.11 24:00') },
              events: [
                { kind: 'opened', who: 'deputy', text: 'обрыв кабеля' },
                { kind: 'restored' },
                { kind: 'closed' },
              ],
            },
          ],
        },
      })
      // The teacher's tablet learns the term as well.
      expect(await client.pull(0, '')).toMatchObject({
        value: { outages: [{ no: 1, due: at('26.11 24:00') }] },
      })
    },
  )

  it.skipIf(skip)('confirms an outage and plans one ahead; nobody else does', async () => {
    const { deputy, signIn } = await start()
    const teacher = (await signIn('leader', 'tablet')).client
    await teacher.push(pushOf([makeEntry({ id: 'b', author: 'leader' })]))
    const confirm = { kind: 'confirm', no: 1, reason: 'забыт пароль' } as const
    expect(await teacher.outageAct(confirm)).toMatchObject({ problem: { error: 'forbidden' } })
    expect(await (await signIn('head')).client.outageAct(confirm)).toMatchObject({
      problem: { error: 'forbidden' },
    })
    expect(await deputy.outageAct(confirm)).toMatchObject({
      value: { outages: [{ outage: { confirmedAt: at('24.11 09:00') } }] },
    })
    const plan = {
      kind: 'plan',
      scope: { kind: 'school' },
      from: at('01.12 18:00'),
      to: at('02.12 06:00'),
      reason: 'работы на сервере',
    } as const
    await deputy.outageAct(plan)
    expect(await (await signIn('head', 'desk')).client.register()).toMatchObject({
      value: { planned: [{ from: plan.from, to: plan.to, reason: plan.reason, who: 'deputy' }] },
    })
  })

  const main = { kind: 'building', building: 'Главный' } as const
  const other = { kind: 'building', building: 'Новый' } as const
  const school = { kind: 'school' } as const
  it.skipIf(skip).each<[string, OutageAct, string | null]>([
    [
      'of another building at the same time',
      { kind: 'open', scope: other, at: at('24.11 08:30'), reason: 'x' },
      null,
    ],
    [
      'before the other one began',
      { kind: 'open', scope: main, at: at('24.11 07:00'), until: at('24.11 08:00'), reason: 'x' },
      null,
    ],
    [
      'of the whole school, which is more',
      { kind: 'open', scope: school, at: at('24.11 08:30'), reason: 'x' },
      null,
    ],
    [
      'of the same building while it lasts',
      { kind: 'open', scope: main, at: at('24.11 08:30'), reason: 'x' },
      'overlaps',
    ],
    [
      'reaching into it',
      { kind: 'open', scope: main, at: at('24.11 07:00'), until: at('24.11 08:01'), reason: 'x' },
      'overlaps',
    ],
    [
      'that begins in the future',
      { kind: 'open', scope: other, at: at('25.11 08:00'), reason: 'x' },
      'ahead',
    ],
    [
      'that ends before it begins',
      { kind: 'open', scope: other, at: at('24.11 08:00'), until: at('24.11 07:00'), reason: 'x' },
      'orderOfDates',
    ],
    ['a word about an unknown number', { kind: 'confirm', no: 9, reason: 'x' }, 'unknownOutage'],
    ['a return before the opening', { kind: 'end', no: 1, at: at('24.11 07:00') }, 'orderOfDates'],
    ['a return of what isn’t back', { kind: 'return', no: 1, at: at('24.11 08:30'), reason: 'x' }, 'notBack'],
    ['a withdrawal of what nobody announced', { kind: 'withdraw', id: 'none', reason: 'x' }, 'unknownPlan'],
    [
      'a plan that ends before it begins',
      { kind: 'plan', scope: school, from: at('02.12 08:00'), to: at('01.12 08:00'), reason: 'x' },
      'orderOfDates',
    ],
  ])('enters by hand only what can be: %s', async (_, act, why) => {
    const { deputy, db } = await start()
    await deputy.outageAct({ kind: 'open', scope: main, at: at('24.11 08:00'), reason: 'обрыв кабеля' })
    // A newer one that met others: whatever is named is named by the number of the first.
    const leader = { kind: 'teacher', person: 'leader' } as const
    await deputy.outageAct({ kind: 'open', scope: leader, at: at('24.11 08:10'), reason: 'забыт пароль' })
    const before = await db.selectFrom('outage_event').selectAll().execute()
    const answer = await deputy.outageAct(act)
    const after = await db.selectFrom('outage_event').selectAll().execute()
    expect(answer.kind === 'ok' && (answer.value.unfit ?? null)).toBe(why)
    expect(answer.kind === 'ok' && (answer.value.overlapped ?? null)).toBe(why === 'overlaps' ? 1 : null)
    // Whatever was asked, what the register held stands as it stood.
    expect(after.slice(0, before.length)).toEqual(before)
    if (why !== null) expect(after).toEqual(before)
  })

  it.skipIf(skip)('two plans of the same people do not overlap, and a reason is given', async () => {
    const { deputy } = await start()
    const plan = {
      kind: 'plan',
      scope: school,
      from: at('01.12 18:00'),
      to: at('02.12 06:00'),
      reason: 'работы',
    } as const
    expect(await deputy.outageAct(plan)).not.toHaveProperty('value.unfit')
    expect(
      await deputy.outageAct({ ...plan, scope: main, from: at('02.12 05:00'), to: at('02.12 07:00') }),
    ).toMatchObject({
      value: { unfit: 'overlaps', planned: [{ from: plan.from }] },
    })
    expect(await deputy.outageAct({ ...plan, reason: ' ' })).toMatchObject({
      problem: { error: 'malformed' },
    })
  })

  it.skipIf(skip)(
    'a return that reaches into the next outage is refused: the register stands as it stood',
    async () => {
      const { deputy, clock } = await start()
      const held = { kind: 'open', scope: { kind: 'school' }, reason: 'письмо' } as const
      clock.set(at('24.11 18:00'))
      await deputy.outageAct({ ...held, at: at('24.11 08:00'), until: at('24.11 12:00') })
      await deputy.outageAct({ ...held, at: at('24.11 13:00'), until: at('24.11 14:00') })
      const said = await deputy.outageAct({ kind: 'return', no: 1, at: at('24.11 13:30'), reason: 'звонок' })
      expect(said).toMatchObject({
        value: {
          unfit: 'overlaps',
          overlapped: 2,
          outages: [{ outage: { no: 2 } }, { outage: { no: 1, restoredAt: at('24.11 12:00') } }],
        },
      })
    },
  )

  it.skipIf(skip)(
    'a deputy’s word on the return moves the term, and what stood first stays in the events',
    async () => {
      const { deputy, clock } = await start()
      await deputy.outageAct({
        kind: 'open',
        scope: school,
        at: at('24.11 08:00'),
        reason: 'письмо поддержки',
      })
      clock.set(at('26.11 09:00'))
      await deputy.outageAct({ kind: 'end', no: 1, at: at('24.11 12:00') })
      const moved = await deputy.outageAct({
        kind: 'return',
        no: 1,
        at: at('25.11 10:00'),
        reason: 'вход заработал в среду',
      })
      expect(moved).toMatchObject({
        value: {
          outages: [
            {
              outage: { restoredAt: at('25.11 10:00'), due: at('27.11 24:00') },
              byHand: true,
              events: [
                { kind: 'opened' },
                { kind: 'restored', at: at('24.11 12:00') },
                { kind: 'closed' },
                {
                  kind: 'returnConfirmed',
                  at: at('26.11 09:00'),
                  restoredAt: at('25.11 10:00'),
                  text: 'вход заработал в среду',
                  name: 'Завьялова И.',
                },
              ],
            },
          ],
        },
      })
    },
  )
})

describe('п. 3.1: a return by a deputy’s word', () => {
  const ofBuilding = { scope: { kind: 'building', building: 'Главный' } } as const
  const morning = outage(1, '24.11 08:00', '24.11 12:00')
  const narrow = outage(1, '24.11 08:00', '24.11 12:00', ofBuilding)
  const afternoon = outage(2, '24.11 13:00', '24.11 14:00')
  it.each<[string, Outage, string, Outage, boolean]>([
    ['reaches into the next outage', morning, '13:30', afternoon, true],
    ['comes just before it', morning, '13:00', afternoon, false],
    ['is moved back', morning, '10:00', afternoon, false],
    ['reaches into a wider one that came after', narrow, '13:30', afternoon, true],
    ['goes on beside a narrower one', morning, '13:30', { ...afternoon, ...ofBuilding }, false],
    [
      'of one that lay inside a wider one already',
      narrow,
      '12:30',
      outage(2, '24.11 09:00', '24.11 12:00'),
      false,
    ],
  ])('%s', (_, one, until, other, reaches) => {
    expect(reachesInto(one, at(`24.11 ${until}`), [one, other])).toBe(reaches ? other.no : null)
  })
})

describe('п. 3.1: a lesson is missed here only where АИС could not take it', () => {
  it.each<[string, KnownOutage[], string, boolean]>([
    ['an outage met it: what was not recorded is missing', [met('24.11 08:30')], '25.11 08:00', true],
    ['no outage that day: it was kept in АИС', [], '25.11 08:00', false],
    ['access was lost after it had ended', [met('24.11 08:45')], '25.11 08:00', false],
    ['on its own day it is not known yet', [], '24.11 20:00', true],
  ])('%s', (_, outages, when, missed) => {
    const found = lintLesson(tinySchool, lessonOf(algebraFirst), { recorded: [], outages, now: at(when) })
    expect(found.some((one) => one.problem.kind === 'missing')).toBe(missed)
  })
})

describe('п. 3.1: a teacher’s own outage is confirmed by the deputy before it explains anything', () => {
  const own: KnownOutage = { ...met('24.11 08:00'), scope: { kind: 'teacher', person: 'algebraist' } }
  const confirmed = { ...own, confirmedAt: at('24.11 15:00') }
  const others = { ...confirmed, scope: { kind: 'teacher', person: 'leader' } } as const
  const homework = recorded({ kind: 'homework', lesson: algebraFirst }, { none: true }, '24.11 15:25')
  // Six lessons end at 13:35: homework was due at 15:05, while access was lost until 16:00.
  const until = (one: KnownOutage): KnownOutage => ({ ...one, restoredAt: at('24.11 16:00') })
  it.each<[string, KnownOutage, number | null]>([
    ['opened by intake as its entries came: late is late', until(own), null],
    ['confirmed: «перерыв в доступе»', until(confirmed), 1],
    ['a colleague’s, confirmed: not this teacher’s', until(others), null],
    ['of the whole school: nobody has to confirm it', until(met('24.11 08:00')), 1],
  ])('%s (п. 2.8)', (_, outage, explained) => {
    const facts = { recorded: [homework], outages: [outage], now: at('24.11 17:00') }
    const found = lintLesson(tinySchool, lessonOf(algebraFirst), facts)
    expect(found.find((one) => one.what === 'homework')).toMatchObject({
      problem: { kind: 'late' },
      outage: explained,
    })
  })

  it.each<[string, KnownOutage, boolean]>([
    ['not confirmed, it asks nothing of the author’s other lessons', own, false],
    ['confirmed, it does', confirmed, true],
  ])('%s', (_, outage, missed) => {
    const facts = { recorded: [], outages: [outage], now: at('25.11 08:00') }
    const found = lintLesson(tinySchool, lessonOf(algebraFirst), facts)
    expect(found.some((one) => one.problem.kind === 'missing')).toBe(missed)
  })

  it.each([
    ['entered by a deputy, with a reason: that act confirms it', 'забыт пароль', '24.11 08:00'],
    ['opened by intake, with none', null, 'none'],
  ])('%s', (_, why, word) => {
    const scope = { kind: 'teacher', person: 'algebraist' } as const
    const who = why === null ? 'algebraist' : 'deputy'
    const opening = { no: 1, n: 1, at: at('24.11 08:00'), who, kind: 'opened', scope, probe: null } as const
    expect(read(foldOutage([{ ...opening, reason: why }])?.confirmedAt)).toBe(word)
  })
})
