// A tablet falls into the river with entries that nobody else has. A deputy declares them lost, what was on paper is
// recorded in their author's name and goes to АИС; and when the tablet speaks after all, nothing counts twice.
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { PaperRequest } from '../../src/contract/loss-schema.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { lessonId } from '../../src/domain/lesson.ts'
import type { CellValue } from '../../src/domain/value.ts'
import { readCell, readConflicts } from '../../src/store/cell-view.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { chain } from '../domain/entries.ts'
import { algebraFirst, english } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { pushOf } from '../hub/pushes.ts'
import { createTablet, cutNetwork } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

const absent = { code: 'absent' } as const
const attendance = (pupil: string, lesson = algebraFirst): Cell => ({ kind: 'attendance', lesson, pupil })
const topic: Cell = { kind: 'topic', lesson: algebraFirst }
const typed = (cell: Cell, value: CellValue | null): PaperRequest['entries'][number] => ({
  ...{ id: randomUUID(), cell, value, saw: null, follows: [] },
})

describe.each(databases)('a dead tablet, with $name', ({ open, skip }) => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  const start = async () => {
    const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
    const database = await open()
    const ais = await createStandInRig(clock)
    const rig = await createHubRig({ db: database.db, clock, target: ais.target })
    closing.push(database.drop, ais.standIn.close, rig.hub.close)
    const tabletOf = async (device: string) => {
      const browser = await rig.signIn('algebraist', device)
      const tablet = await createTablet({ clock, send: browser.send, person: 'algebraist', device })
      closing.push(tablet.close)
      tablet.engine.start()
      await tablet.rest()
      return { ...tablet, browser }
    }
    const dead = await tabletOf('drowned')
    await dead.write(attendance('p1'), absent)
    await dead.rest()
    await clock.advance(60_000)
    dead.network.send = cutNetwork
    await dead.write(attendance('p2'), absent)
    await dead.write(topic, { planItem: null, text: 'Дроби' })
    await dead.rest()
    const { client: deputy } = await rig.signIn('deputy', 'desk')
    const declare = (id = 'loss-1') =>
      deputy.declareLoss({ id, device: 'drowned', person: 'algebraist', cause: 'gone' })
    const entries = async () =>
      (
        await rig.db.selectFrom('entry').select(['id', 'state']).where('person', '=', 'algebraist').execute()
      ).map((row) => row.state)
    return { rig, ais, clock, dead, tabletOf, deputy, declare, entries }
  }
  const answer = <T>(outcome: { kind: string; value?: T }): T => {
    if (outcome.value === undefined) throw new Error(outcome.kind)
    return outcome.value
  }

  it.skipIf(skip)('is declared lost once, by a deputy alone', async () => {
    const { rig, deputy, declare } = await start()
    expect(answer(await deputy.losses())).toMatchObject({
      devices: [{ device: 'drowned', name: 'Рябинина И.', seenAt: '2026-11-24T05:00:00.000Z' }],
      losses: [],
    })
    for (const person of ['algebraist', 'head']) {
      const { client } = await rig.signIn(person, `of ${person}`)
      expect(await client.losses()).toMatchObject({ kind: 'refused', problem: { error: 'forbidden' } })
    }
    await declare()
    const again = answer(await declare())
    expect(again.devices).toEqual([])
    expect(again.losses).toMatchObject([
      {
        declaredByName: 'Завьялова И.',
        from: '2026-11-17',
        to: '2026-11-24',
        fromPaper: 0,
        returnedAt: null,
      },
    ])
    const unknown = await deputy.declareLoss({ id: 'x', device: 'no', person: 'algebraist', cause: 'gone' })
    expect(unknown).toMatchObject({ kind: 'refused', problem: { error: 'notFound' } })
  })

  it.skipIf(skip)(
    'gives way to paper: one entry for a line however often it is sent, up to АИС itself',
    async () => {
      const { rig, ais, clock, tabletOf, deputy, declare, entries } = await start()
      await declare()
      const sheet = answer(await deputy.paperSheet('loss-1', '2026-11-24'))
      expect(sheet.lessons).toMatchObject([
        { id: algebraFirst, cells: [{ value: absent, state: 'accepted' }] },
      ])

      const lines = [typed(attendance('p2'), absent), typed(topic, { planItem: null, text: 'Дроби' })]
      const first = answer(await deputy.recordFromPaper('loss-1', { entries: lines }))
      const again = answer(await deputy.recordFromPaper('loss-1', { entries: lines }))
      expect(first.entries.map((one) => one.state)).toEqual(['accepted', 'accepted'])
      expect(again.entries).toEqual(first.entries)
      expect(await entries()).toHaveLength(3)
      const later = answer(
        await deputy.recordFromPaper('loss-1', { entries: [typed(attendance('p1'), absent)] }),
      )
      expect(later.entries).toMatchObject([{ state: 'accepted' }])
      expect(answer(await deputy.losses()).losses[0]?.fromPaper).toBe(3)

      const fresh = await tabletOf('new tablet')
      const seen = await readCell(fresh.db, attendance('p2'), fresh.log)
      expect(seen).toMatchObject({ value: absent, state: 'accepted' })
      const view = answer(await fresh.browser.client.transfer())
      const back = await ais.click(view.sessionPage)
      await fresh.browser.send({ method: 'GET', path: back.pathname + back.search, body: null, timeoutMs: 1 })
      await rig.hub.carrier?.idle()
      await clock.advance(1_000)
      expect(await entries()).toEqual(['verified', 'verified', 'verified', 'verified'])
    },
  )

  it.skipIf(skip)('replaces by paper nothing that its author has recorded: the author chooses', async () => {
    const { deputy, declare } = await start()
    await declare()
    const sheet = answer(await deputy.paperSheet('loss-1', '2026-11-24'))
    const holders = sheet.lessons[0]?.cells[0]?.holders.map((one) => one.entry) ?? []
    const over = { ...typed(attendance('p1'), { code: 'present' }), saw: absent, follows: holders }
    const met = answer(await deputy.recordFromPaper('loss-1', { entries: [over] }))
    expect(met.entries).toMatchObject([{ state: 'conflict' }])
    // What a deputy typed, a deputy corrects.
    const wrong = typed(attendance('p2'), { code: 'present' })
    answer(await deputy.recordFromPaper('loss-1', { entries: [wrong] }))
    const right = { ...typed(attendance('p2'), absent), saw: wrong.value, follows: [`paper-${wrong.id}`] }
    const corrected = answer(await deputy.recordFromPaper('loss-1', { entries: [right] }))
    expect(corrected.entries).toMatchObject([{ state: 'accepted' }])
  })

  it.skipIf(skip)('settles by paper no disagreement: what meets it stays for a person', async () => {
    const { rig, deputy, declare } = await start()
    await declare()
    const first = typed(attendance('p2'), absent)
    answer(await deputy.recordFromPaper('loss-1', { entries: [first] }))
    const { client: leader } = await rig.signIn('leader', 'tablet-leader')
    const seenOtherwise = { cell: attendance('p2'), value: { code: 'exempt' } as const }
    await leader.push(
      pushOf(chain([{ id: 'l1', author: 'leader', device: 'tablet-leader', ...seenOtherwise }])),
    )
    const over = {
      ...typed(attendance('p2'), { code: 'present' }),
      ...{ saw: absent, follows: [`paper-${first.id}`, 'l1'] },
    }
    const met = answer(await deputy.recordFromPaper('loss-1', { entries: [over] }))
    expect(met.entries).toMatchObject([{ state: 'conflict' }])
  })

  it.skipIf(skip)('hides nobody else who wrote on it', async () => {
    const { rig, deputy, declare } = await start()
    const { client: colleague } = await rig.signIn('leader', 'drowned')
    const log = { device: 'drowned', person: 'leader', epoch: 1 }
    const asked = pushOf([], log)
    await colleague.push({ ...asked, report: { ...asked.report, unsent: 2 } })
    await declare()
    expect(answer(await deputy.board()).devices).toMatchObject([{ person: 'leader', unsent: 2 }])
    expect(answer(await deputy.losses()).devices).toMatchObject([{ person: 'leader' }])
  })

  it.skipIf(skip)('takes nothing from paper that is no line of the gap', async () => {
    const { deputy, declare, entries } = await start()
    const refused = { kind: 'refused', problem: { error: 'malformed' } }
    const send = (line: PaperRequest['entries'][number], loss = 'loss-1') =>
      deputy.recordFromPaper(loss, { entries: [typed(attendance('p2'), absent), line] })
    expect(await send(typed(topic, null))).toMatchObject({ problem: { error: 'notFound' } })
    await declare()
    expect(await send(typed(attendance('p1', lessonId('s1', '2026-11-10')), absent))).toMatchObject(refused)
    expect(await send(typed(topic, { marks: ['5'], owed: false }))).toMatchObject(refused)
    const ofTerm: Cell = { kind: 'termMark', term: 'q2', subject: 'algebra', pupil: 'p1' }
    expect(await send(typed(ofTerm, { mark: '5' }))).toMatchObject(refused)
    expect(await entries()).toHaveLength(1)
    // A colleague's lesson of those days is judged as if its author had written it.
    const foreign = await deputy.recordFromPaper('loss-1', {
      entries: [typed(attendance('p2', english), absent)],
    })
    expect(answer(foreign).entries).toMatchObject([{ state: 'refused', reason: 'foreignLesson' }])
  })

  it.skipIf(skip)(
    'speaks after all: what is equal is one, what differs is asked, and the act stays',
    async () => {
      const { dead, rig, deputy, declare, entries, clock } = await start()
      await declare()
      const lines = [typed(attendance('p2'), absent), typed(topic, { planItem: null, text: 'Проценты' })]
      await deputy.recordFromPaper('loss-1', { entries: lines })
      await clock.advance(60_000)
      dead.network.send = dead.browser.send
      dead.engine.wake('online')
      await dead.rest()
      expect(await entries()).toEqual(
        expect.arrayContaining(['accepted', 'accepted', 'accepted', 'conflict', 'conflict']),
      )
      expect(await entries()).toHaveLength(5)
      expect(await readConflicts(dead.db, dead.log)).toHaveLength(1)
      const { losses, devices } = answer(await deputy.losses())
      expect(losses[0]?.returnedAt).not.toBe(null)
      expect(devices).toHaveLength(1)
      expect(
        await rig.db.selectFrom('audit').select('action').where('action', '=', 'lossDeclared').execute(),
      ).toHaveLength(1)
    },
  )

  it.skipIf(skip)('leaves no name that a tablet could take', async () => {
    const { rig, tabletOf } = await start()
    const { browser } = await tabletOf('new tablet')
    const log = { device: 'paper-loss-1', person: 'algebraist', epoch: 1 }
    const report = {
      unsent: 0,
      oldestUnsentAt: null,
      clockOffsetMs: null,
      appBuild: 't',
      freeBytes: null,
      persisted: null,
    }
    const entry = { schema: 1, id: 'x', log, seq: 1 }
    const asked = await browser.client.push({ protocol: 2, log, entries: [entry], report })
    expect(asked).toMatchObject({ kind: 'refused', problem: { error: 'malformed' } })
    expect(await rig.db.selectFrom('entry').select('id').where('id', '=', 'x').execute()).toEqual([])
  })
})
