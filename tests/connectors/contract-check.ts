// What every door to АИС must do, whatever stands behind it.
import { expect, it } from 'vitest'
import type { AisSession, AisTarget } from '../../src/connectors/ais-target.ts'

export interface DoorUnderCheck {
  target: AisTarget
  /** Does what the person does on the session page, and returns the one-time code. */
  click(person: string, page: string): Promise<string>
  /** A person changes a slot in АИС itself. */
  edit(lesson: string, slot: string, text: string): void
  closeAis(): Promise<void>
  openAis(): Promise<void>
  /** Lets the sessions that are open now run out. */
  passSessionTime(): void
}

const lesson = 's1@2026-11-24'
const slot = `${lesson}/attendance/p1`

export const checkDoor = (begin: () => Promise<DoorUnderCheck>): void => {
  const opened = async (door: DoorUnderCheck, person = 'algebraist'): Promise<AisSession> => {
    const page = door.target.sessionPage(person, 'http://127.0.0.1:9/api/transfer/return?state=m')
    const session = await door.target.openSession(person, await door.click(person, page))
    if (!session.ok) throw new Error(session.failure.kind)
    return session.value
  }

  it('probes without a session: up, down, and up again', async () => {
    const door = await begin()
    expect(await door.target.probe()).toMatchObject({ reach: 'up' })
    await door.closeAis()
    expect(await door.target.probe()).toMatchObject({ reach: 'down' })
    await door.openAis()
    expect(await door.target.probe()).toMatchObject({ reach: 'up' })
  })

  it('opens a session by a code that works once, for the person it was given to', async () => {
    const door = await begin()
    const page = door.target.sessionPage('algebraist', 'http://127.0.0.1:9/api/transfer/return?state=m')
    const code = await door.click('algebraist', page)
    expect(await door.target.openSession('algebraist', code)).toMatchObject({ ok: true })
    expect(await door.target.openSession('algebraist', code)).toMatchObject({
      failure: { kind: 'sessionEnded' },
    })
    const other = await door.click('algebraist', page)
    expect(await door.target.openSession('leader', other)).toMatchObject({
      failure: { kind: 'sessionEnded' },
    })
  })

  it('reads what was written, and an empty text clears', async () => {
    const door = await begin()
    const session = await opened(door)
    expect(await door.target.readLesson(session, lesson)).toMatchObject({ value: { slots: {} } })
    await door.target.apply(session, lesson, { [slot]: 'ОТ' })
    expect(await door.target.readLesson(session, lesson)).toMatchObject({
      value: { slots: { [slot]: 'ОТ' } },
    })
    await door.target.apply(session, lesson, { [slot]: '' })
    expect(await door.target.readLesson(session, lesson)).toMatchObject({ value: { slots: {} } })
  })

  it('shows what a person wrote there meanwhile', async () => {
    const door = await begin()
    const session = await opened(door)
    door.edit(lesson, slot, 'УП')
    expect(await door.target.readLesson(session, lesson)).toMatchObject({
      value: { slots: { [slot]: 'УП' } },
    })
  })

  it('tells an ended session from a closed АИС', async () => {
    const door = await begin()
    const session = await opened(door)
    await door.closeAis()
    expect(await door.target.readLesson(session, lesson)).toMatchObject({ failure: { kind: 'unreachable' } })
    await door.openAis()
    door.passSessionTime()
    expect(await door.target.apply(session, lesson, { [slot]: 'ОТ' })).toMatchObject({
      failure: { kind: 'sessionEnded' },
    })
  })
}
