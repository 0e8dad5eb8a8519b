// The outages a school meets, each from the first failing probe to an empty board (п. 3.1, 3.2).
import { afterEach, describe, expect, it } from 'vitest'
import type { OutageAct } from '../../src/contract/outage-schema.ts'
import { at, read } from '../regulation/recorded.ts'
import { cutNetwork } from '../sync/tablet.ts'
import { recordLesson, type Story, storySchool, tellStory } from './story.ts'

describe('an outage', () => {
  let story: Story | null = null
  afterEach(async () => story?.end())
  const tell = async (...from: Parameters<typeof tellStory>) => {
    story = await tellStory(...from)
    return story
  }

  it('of one lesson: its entries are moved within two working days, and the board is empty', async () => {
    const { ais, look, tabletOf, register, board, clock } = await tell('24.11 07:50')
    const tablet = await tabletOf('algebraist')
    await ais.standIn.down()
    await look('24.11 08:01')
    clock.set(at('24.11 08:20'))
    await recordLesson(tablet, 'w2@2026-11-24')
    await tablet.meetHub()
    await ais.standIn.up()
    await look('24.11 08:50')
    await look('24.11 09:00')
    expect((await register()).map((one) => [one.no, read(one.restoredAt), read(one.due)])).toEqual([
      [1, '24.11 08:50', '27.11 00:00'],
    ])
    expect((await board()).totals).toMatchObject({ waiting: 2, verified: 0 })
    await tablet.transfer()
    expect((await board()).totals).toMatchObject({ waiting: 0, conflicts: 0, verified: 2 })
    expect(ais.standIn.book.page('w2@2026-11-24').slots).toMatchObject({
      'w2@2026-11-24/attendance/p1': 'ОТ',
    })
  })

  it('of three days over a weekend: the term begins with the first working day, whoever was away sends on Monday', async () => {
    const { ais, look, tabletOf, register, board, clock } = await tell('20.11 07:50')
    const tablet = await tabletOf('algebraist')
    await ais.standIn.down()
    await look('20.11 08:01')
    // The school's own network is gone as well, until Monday.
    tablet.network.send = cutNetwork
    clock.set(at('20.11 08:20'))
    await recordLesson(tablet, 'w5@2026-11-20')
    await ais.standIn.up()
    await look('22.11 15:00')
    await look('22.11 15:10')
    const [outage] = await register()
    // Back on a Sunday: Monday is the first working day by either reading, Tuesday the second.
    expect([read(outage?.due), read(outage?.strict)]).toEqual(['25.11 00:00', '25.11 00:00'])
    expect((await board()).totals).toMatchObject({ recorded: 0 })
    clock.set(at('23.11 07:40'))
    await tablet.meetHub()
    expect((await board()).teachers).toMatchObject([
      { key: 'stranger', silent: true, missing: 1, waiting: 0 },
      { key: 'algebraist', silent: false, missing: 0, waiting: 2, due: outage?.due },
    ])
    await tablet.transfer()
    expect((await board()).totals).toMatchObject({ waiting: 0, verified: 2 })
  })

  it('that flickers: short returns don’t count, half an hour inside the term moves it and the first date stays', async () => {
    const { ais, look, register } = await tell('24.11 07:50')
    const down = async (when: string) => {
      await ais.standIn.down()
      await look(when)
    }
    const up = async (...when: string[]) => {
      await ais.standIn.up()
      for (const one of when) await look(one)
    }
    await down('24.11 08:01')
    await up('24.11 08:20')
    await down('24.11 08:25')
    await up('24.11 09:00', '24.11 09:10')
    const said = async () =>
      (await register()).map((one) => [one.no, read(one.due), read(one.firstDue), one.extendedBy ?? 0])
    expect(await said()).toEqual([[1, '27.11 00:00', 'none', 0]])
    await down('25.11 10:00')
    await up('25.11 10:20', '25.11 10:30')
    expect((await said()).at(-1)).toEqual([1, '27.11 00:00', 'none', 0])
    await down('25.11 12:00')
    await up('25.11 12:40', '25.11 12:50')
    expect((await said()).at(-1)).toEqual([1, '28.11 00:00', '27.11 00:00', 3])
  })

  it('in the last week of a term: raised on top of everything until access is back', async () => {
    const { ais, look, alerts } = await tell('28.12 07:50')
    await ais.standIn.down()
    await look('28.12 08:01')
    expect(await alerts('2026-12-28')).toMatchObject([{ term: 'q2', outage: 1, classes: ['7a', '8b'] }])
    await ais.standIn.up()
    await look('28.12 10:00')
    await look('28.12 10:10')
    expect(await alerts('2026-12-28')).toEqual([])
  })

  it('that was announced: stands in the register before it comes, and ends its announcement by itself', async () => {
    const { ais, look, act, planned, register, tabletOf, clock } = await tell('20.11 12:00')
    const scope = { kind: 'school' } as const
    await act({ kind: 'plan', scope, from: at('24.11 08:00'), to: at('24.11 12:00'), reason: 'работы' })
    expect((await planned()).map((one) => [read(one.from), one.reason])).toEqual([['24.11 08:00', 'работы']])
    const tablet = await tabletOf('algebraist')
    expect((await tablet.announced()).ahead.map((one) => read(one.from))).toEqual(['24.11 08:00'])
    // From now on this tablet hears nothing, and knows at the hour what it was told before.
    tablet.network.send = cutNetwork
    await ais.standIn.down()
    await look('24.11 08:00')
    clock.set(at('24.11 08:20'))
    expect(await tablet.announced()).toMatchObject({ current: { reason: 'работы' }, ahead: [] })
    await recordLesson(tablet, 'w2@2026-11-24')
    await tablet.meetHub()
    await ais.standIn.up()
    await look('24.11 11:40')
    await look('24.11 11:50')
    expect(await planned()).toHaveLength(1)
    clock.set(at('24.11 12:00'))
    expect(await planned()).toEqual([])
    await tablet.meetHub()
    expect(await tablet.announced()).toEqual({ current: null, ahead: [] })
    expect((await register()).map((one) => [read(one.openedAt), read(one.due)])).toEqual([
      ['24.11 08:00', '27.11 00:00'],
    ])
  })

  it('that was announced and withdrawn: tablets say no more of it, its hour opens nothing, its row stays', async () => {
    const classes = storySchool.classes.map((one) => ({ ...one, building: 'Старый' }))
    const { act, planned, withdrawn, register, tabletOf, look, clock, database } = await tell('23.11 12:00', {
      ...storySchool,
      classes,
    })
    const plan: OutageAct = {
      ...{ kind: 'plan', scope: { kind: 'building', building: 'Старый' }, reason: 'ремонт' },
      ...{ from: at('24.11 08:00'), to: at('24.11 12:00') },
    }
    await act(plan)
    const tablet = await tabletOf('algebraist')
    expect((await tablet.announced()).ahead).toHaveLength(1)
    const [{ id } = { id: '' }] = await planned()
    clock.set(at('23.11 15:00'))
    await act({ kind: 'withdraw', id, reason: 'ремонт перенесли' })
    await tablet.meetHub()
    expect(await tablet.announced()).toEqual({ current: null, ahead: [] })
    expect(await planned()).toEqual([])
    expect(await withdrawn()).toMatchObject([
      { id, withdrawn: { at: at('23.11 15:00'), name: 'Завьялова И.', reason: 'ремонт перенесли' } },
    ])
    expect((await act({ kind: 'withdraw', id, reason: 'ещё раз' })).unfit).toBe('unknownPlan')
    await look('24.11 08:01')
    expect(await register()).toEqual([])
    expect(await database.db.selectFrom('planned_outage').select('reason').execute()).toHaveLength(1)
    // Its place is free for another announcement.
    expect((await act({ ...plan, from: at('24.11 10:00') })).unfit).toBeUndefined()
  })

  it('names the lessons that it met, of its building alone, held or not yet recorded', async () => {
    const classes = storySchool.classes.map((one) => ({
      ...one,
      building: one.id === '7a' ? 'Старый' : 'Новый',
    }))
    const { act, clock, linked } = await tell('24.11 08:30', { ...storySchool, classes })
    const scope = { kind: 'building', building: 'Старый' } as const
    await act({ kind: 'open', scope, at: at('24.11 08:10'), reason: 'обрыв кабеля' })
    expect(await linked()).toEqual([{ count: 1, rows: [{ date: '2026-11-24', target: '7А', periods: [1] }] }])
    clock.set(at('25.11 08:50'))
    await act({ kind: 'end', no: 1, at: at('25.11 08:20') })
    expect(await linked()).toEqual([
      {
        count: 4,
        rows: [
          { date: '2026-11-24', target: '7А', periods: [1, 6] },
          { date: '2026-11-24', target: '7А/1', periods: [2] },
          { date: '2026-11-25', target: '7А', periods: [1] },
        ],
      },
    ])
  })

  it('that was announced for one building: begins by the clock, and goes on until a person has ended it', async () => {
    const classes = storySchool.classes.map((one) => ({
      ...one,
      building: one.id === '7a' ? 'Старый' : 'Новый',
    }))
    const { look, act, register, tabletOf, ais } = await tell('23.11 12:00', { ...storySchool, classes })
    const scope = { kind: 'building', building: 'Старый' } as const
    await act({ kind: 'plan', scope, from: at('24.11 08:00'), to: at('24.11 12:00'), reason: 'ремонт' })
    const [here, elsewhere] = [await tabletOf('algebraist'), await tabletOf('stranger')]
    const ahead = async (tablet: typeof here) => (await tablet.announced()).ahead.length
    expect([await ahead(here), await ahead(elsewhere)]).toEqual([1, 0])
    await ais.standIn.up()
    await look('24.11 07:59')
    expect(await register()).toEqual([])
    for (const when of ['24.11 08:01', '24.11 08:02', '24.11 12:30']) await look(when)
    const said = async () => (await register()).map((one) => [one.no, read(one.openedAt), read(one.due)])
    expect(await said()).toEqual([[1, '24.11 08:00', 'none']])
    await act({ kind: 'end', no: 1, at: at('24.11 11:30') })
    await look('24.11 12:40')
    expect(await said()).toEqual([[1, '24.11 08:00', '27.11 00:00']])
  })

  it('that was announced for the whole school and didn’t come: АИС answers, so none is opened', async () => {
    const { look, act, register, ais } = await tell('23.11 12:00')
    await act({
      ...{ kind: 'plan', scope: { kind: 'school' }, reason: 'работы' },
      ...{ from: at('24.11 08:00'), to: at('24.11 12:00') },
    })
    await ais.standIn.up()
    for (const when of ['24.11 08:01', '24.11 10:00', '24.11 12:30']) await look(when)
    expect(await register()).toEqual([])
  })

  it('takes nothing of a later outage into one that is told afterwards', async () => {
    const { act, ais, look, clock, tabletOf, database } = await tell('24.11 07:50')
    const tablet = await tabletOf('algebraist')
    await ais.standIn.down()
    await look('24.11 07:55')
    clock.set(at('24.11 08:20'))
    await recordLesson(tablet, 'w2@2026-11-24')
    await ais.standIn.up()
    await look('24.11 10:00')
    await look('24.11 10:10')
    const scope = { kind: 'school' } as const
    const [from, until] = [at('12.11 08:00'), at('12.11 12:00')]
    await act({ kind: 'open', scope, at: from, until, reason: 'сбой, о котором сказали позже' })
    await tablet.meetHub()
    const rows = await database.db.selectFrom('entry').select('outage').distinct().execute()
    expect(rows).toEqual([{ outage: 1 }])
  })

  it('of one building: its classes have the term of that outage, the other building’s have not', async () => {
    const classes = storySchool.classes.map((one) => ({
      ...one,
      building: one.id === '7a' ? 'Старый' : 'Новый',
    }))
    const { act, tabletOf, register, database, clock } = await tell('24.11 07:50', {
      ...storySchool,
      classes,
    })
    const first = await tabletOf('algebraist')
    const second = await tabletOf('stranger')
    clock.set(at('24.11 08:20'))
    const scope = { kind: 'building', building: 'Старый' } as const
    await act({ kind: 'open', scope, at: at('24.11 08:05'), reason: 'обрыв кабеля' })
    await recordLesson(first, 'w2@2026-11-24')
    await second.write({ kind: 'topic', lesson: 's3@2026-11-24' }, { planItem: null, text: 'Реформы' })
    await first.meetHub()
    await second.meetHub()
    clock.set(at('24.11 13:00'))
    await act({ kind: 'end', no: 1, at: at('24.11 12:00') })
    const rows = await database.db.selectFrom('entry').select(['person', 'outage']).orderBy('id').execute()
    expect(new Set(rows.map((one) => `${one.person} ${one.outage}`))).toEqual(
      new Set(['algebraist 1', 'stranger 2']),
    )
    expect((await register()).map((one) => [one.no, one.scope.kind, read(one.due)])).toEqual([
      [2, 'teacher', 'none'],
      [1, 'building', '27.11 00:00'],
    ])
  })
})
