// п. 2.10: the administration sees how the journal is kept: what was late or missing on a day, by whom, by which clause.
// requirement: R9, R13; screen: Контроль
import { afterEach, describe, expect, it } from 'vitest'
import { termWeekAlerts } from '../../src/domain/deadline/term-mark-window.ts'
import { makeEntry } from '../domain/entries.ts'
import { algebraFirst, tinySchool } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { at } from './recorded.ts'

describe.each(databases)('п. 2.10, R13: the findings of a day, on $name', ({ open, skip }) => {
  let stop: () => Promise<void> = async () => {}
  afterEach(() => stop())
  const start = async (now: string) => {
    const database = await open()
    const rig = await createHubRig({ db: database.db, clock: createTurnableClock(now) })
    stop = async () => {
      await rig.hub.close()
      await database.drop()
    }
    return rig
  }

  it.skipIf(skip)('name what was late and what is missing, with the person and the lesson', async () => {
    const rig = await start(at('24.11 15:30'))
    const teacher = await rig.signIn('algebraist', 'tablet')
    const homework = {
      ...makeEntry({ id: 'h', cell: { kind: 'homework', lesson: algebraFirst }, value: { none: true } }),
      recordedAt: at('24.11 15:25'),
      clock: { offsetMs: 0, doubtMs: 0 },
    }
    await teacher.client.push(pushOf([homework]))
    const outcome = await (await rig.signIn('deputy')).client.findings('2026-11-24')
    if (outcome.kind !== 'ok') throw new Error(outcome.kind)
    const told = outcome.value.findings
      .filter((one) => one.place?.period === 1 && one.place.target === '7А')
      .map(({ finding, name }) => `${name} ${finding.clause} ${finding.what} ${finding.problem.kind}`)
    // Attendance is not late before 24:00, and the topic has no term of its own.
    expect(told).toEqual(['Рябинина И. 2.7 topic missing', 'Рябинина И. 2.8 homework late'])
  })

  it.skipIf(skip)('are for the administration alone, and for a real date', async () => {
    const rig = await start(at('24.11 15:30'))
    expect(await (await rig.signIn('algebraist')).client.findings('2026-11-24')).toMatchObject({
      problem: { error: 'forbidden' },
    })
    expect(await (await rig.signIn('head')).client.findings('завтра')).toMatchObject({
      problem: { error: 'malformed' },
    })
  })
})

describe('п. 2.6, 2.10, R9: an outage in the last week of a term is told on top of everything', () => {
  const classes = tinySchool.classes.map((one) => ({
    ...one,
    building: one.id === '7a' ? 'Главный' : 'Новый',
  }))
  const open = { no: 7, scope: { kind: 'school' }, restoredAt: null } as const
  it.each<[string, Parameters<typeof termWeekAlerts>[1], string, string[]]>([
    ['an outage of the school meets every class', [open], '29.12 09:00', ['7a', '8b']],
    [
      'one of a building its classes',
      [{ ...open, scope: { kind: 'building', building: 'Новый' } }],
      '29.12 09:00',
      ['8b'],
    ],
    [
      'one of a teacher raises no alarm',
      [{ ...open, scope: { kind: 'teacher', person: 'leader' } }],
      '29.12 09:00',
      [],
    ],
    ['nor one that has ended', [{ ...open, restoredAt: at('29.12 08:00') }], '29.12 09:00', []],
    ['nor one before the last week', [open], '24.12 09:00', []],
  ])('%s', (_, outages, now, met) => {
    const alerts = termWeekAlerts({ ...tinySchool, classes }, outages, at(now))
    expect(alerts.flatMap((one) => one.classes)).toEqual(met)
  })
})
