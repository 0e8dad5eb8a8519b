// A teacher is taken off the staff list with unsent entries on the tablet: a deputy brings them as a file, and they are
// judged by the lists that held when they were recorded.
import { afterEach, describe, expect, it } from 'vitest'
import { readEnvelope } from '../../src/contract/entry-schema.ts'
import { exportQueue } from '../../src/store/second-copy/queue-file.ts'
import { readQueueFile } from '../../src/store/second-copy/read-queue-file.ts'
import { sendFile } from '../../src/sync/send-file.ts'
import { password } from '../hub/hub-rig.ts'
import { at } from '../regulation/recorded.ts'
import { cutNetwork } from '../sync/tablet.ts'
import { recordLesson, type Story, tellStory } from './story.ts'

const first = 'w2@2026-11-24'
const last = 's4@2026-11-24'
const nothing = { taken: 0, conflict: 0, waiting: 0, held: 0, refused: 0, absent: 0 }

describe('a teacher who has left the lists', () => {
  let story: Story | null = null
  afterEach(async () => story?.end())

  /** The first lesson was the teacher's; before the last one another takes the class over, and the teacher is gone. */
  const leave = async () => {
    story = await tellStory('24.11 07:50')
    const { tabletOf, edit, clock, rig } = story
    const tablet = await tabletOf('algebraist')
    clock.set(at('24.11 07:55'))
    await tablet.meetHub()
    tablet.network.send = cutNetwork
    clock.set(at('24.11 08:20'))
    await recordLesson(tablet, first)
    clock.set(at('24.11 12:00'))
    const course = { id: 'alg7a', subject: 'algebra', targetKind: 'class', target: '7a' }
    await edit(
      { list: 'assignments', remove: { id: 'alg7a' }, add: { ...course, teacher: 'leader' } },
      { list: 'staff', remove: { id: 'algebraist' } },
    )
    clock.set(at('24.11 13:00'))
    await tablet.write({ kind: 'attendance', lesson: last, pupil: 'p2' }, { code: 'absent' })
    clock.set(at('24.11 14:00'))
    await tablet.meetHub()
    const { client: desk } = await rig.signIn('deputy', 'desk')
    const text = JSON.stringify(await exportQueue(tablet.db, tablet.log, clock.instant()))
    const read = readQueueFile(text, readEnvelope)
    if (!read.ok) throw new Error(read.fault.why)
    const file = { entries: read.entries, device: read.device }
    const kept = async () => {
      const rows = await rig.db
        .selectFrom('entry')
        .select(['state', 'reason', 'device', 'cell_key'])
        .execute()
      return rows
        .map(({ state, reason, device, cell_key: key }) => `${device} ${key} ${state} ${reason}`)
        .sort()
    }
    return { ...story, tablet, desk, file, kept }
  }

  it('can sign in no more; what is unsent stays on the tablet, and goes out by a file that a deputy brings', async () => {
    const { tablet, rig, desk, file, kept, board } = await leave()
    expect(tablet.status()).toMatchObject({ signInNeeded: true })
    expect(await tablet.states()).toEqual(['queued', 'queued', 'queued'])
    const again = await rig.browser().client.signIn({ login: 'algebraist', password, device: 'tablet' })
    expect(again).toMatchObject({ kind: 'refused', problem: { error: 'wrongPassword' } })
    expect(await kept()).toEqual([])
    await rig.db.updateTable('device_report').set({ unsent: 3 }).where('person', '=', 'algebraist').execute()

    expect(await sendFile(desk, 'deputy', file)).toEqual({
      kind: 'sent',
      sent: { ...nothing, taken: 2, refused: 1 },
    })
    const taken = [
      `tablet-algebraist ${first}/attendance/p1 accepted null`,
      `tablet-algebraist ${first}/topic accepted null`,
      // By then the lesson was another's.
      `tablet-algebraist ${last}/attendance/p2 refused foreignLesson`,
    ].sort()
    expect(await kept()).toEqual(taken)
    // Whoever has the class now sees what was recorded, under its author's name.
    const { value } = (await desk.cellHistory(`${first}/topic`)) as { value?: { entries: unknown[] } }
    expect(value?.entries).toMatchObject([{ author: 'algebraist', state: 'accepted' }])
    expect((await board()).devices.filter((one) => one.person === 'algebraist')).toMatchObject([
      { unsent: 0 },
    ])

    // The same file once more is the same entries, and so is the tablet if it ever speaks again.
    expect(await sendFile(desk, 'deputy', file)).toEqual({
      kind: 'sent',
      sent: { ...nothing, taken: 2, refused: 1 },
    })
    expect(await kept()).toEqual(taken)
    const audit = await rig.db
      .selectFrom('audit')
      .select(['who', 'device', 'after'])
      .where('action', '=', 'pushFromFile')
      .execute()
    expect(audit).toEqual([{ who: 'deputy', device: 'tablet-algebraist', after: '3 entries' }])
  })

  it('is sent for by a deputy alone, and nobody who can sign in is', async () => {
    const { rig, desk, file, kept } = await leave()
    const forbidden = { kind: 'failed', outcome: { kind: 'refused', problem: { error: 'forbidden' } } }
    for (const person of ['stranger', 'head'])
      expect(await sendFile((await rig.signIn(person, 'other')).client, person, file)).toMatchObject(
        forbidden,
      )
    const of = (person: string) => ({
      ...file,
      entries: file.entries.map((entry) => ({ ...entry, log: { ...entry.log, person } })),
    })
    expect(await sendFile(desk, 'deputy', of('stranger'))).toMatchObject(forbidden)
    expect(await sendFile(desk, 'deputy', of('ais'))).toMatchObject(forbidden)
    expect(await kept()).toEqual([])
  })
})
