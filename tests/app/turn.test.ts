// The acts of one lesson wait for one another, whatever view has asked for them.
import { expect, it } from 'vitest'
import { turnOf } from '../../src/app/lesson/turn.ts'
import type { JournalDatabase } from '../../src/store/database.ts'

const device = (): JournalDatabase => ({}) as JournalDatabase

it('an act of one view waits for what another view has on its way, and for what failed there', async () => {
  const db = device()
  const [list, grid] = [turnOf(db, 't1', 'a@2026-11-24'), turnOf(db, 't1', 'a@2026-11-24')]
  const done: string[] = []
  let land = (): void => undefined
  const undo = list.take(async () => {
    await new Promise<void>((resolve) => {
      land = resolve
    })
    done.push('undo')
    throw new Error('not saved')
  })
  const finish = grid.take(async () => void done.push('finish'))
  await Promise.resolve()
  expect([done, grid.isBusy()]).toEqual([[], true])
  land()
  await expect(undo).rejects.toThrow('not saved')
  await finish
  expect([done, list.isBusy()]).toEqual([['undo', 'finish'], false])
})

it('another lesson, another person and another device wait for nobody', () => {
  const db = device()
  const turn = turnOf(db, 't1', 'a@2026-11-24')
  const others = [
    turnOf(db, 't1', 'b@2026-11-24'),
    turnOf(db, 't2', 'a@2026-11-24'),
    turnOf(device(), 't1', 'a@2026-11-24'),
  ]
  expect(others).not.toContain(turn)
  expect(turnOf(db, 't1', 'a@2026-11-24')).toBe(turn)
})
