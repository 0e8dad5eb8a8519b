// Drafts are a person's own, and only what waits for a person counts as half done.
import { describe, expect, it } from 'vitest'
import { readCell } from '../../src/store/cell-view.ts'
import {
  changeWords,
  draftKey,
  readDraft,
  readHalfDone,
  readTextDraft,
  readTyped,
  readWords,
  saveDraft,
  seenByDraft,
} from '../../src/store/draft.ts'
import { createMemoryDevice } from './memory-device.ts'

const lesson = 's1@2026-11-24'
const { db } = createMemoryDevice()

describe('drafts on a tablet of two', () => {
  it('are read only by whoever typed them, each for its cell', async () => {
    await saveDraft(db, draftKey('topic', 'first', lesson), 'Одночлены')
    await saveDraft(db, draftKey('individual', 'first', lesson, 'p1'), 'карточка 4')
    expect(await readTyped(db, 'first', lesson)).toEqual([
      { cell: { kind: 'topic', lesson }, text: 'Одночлены' },
      { cell: { kind: 'individualHomework', lesson, pupil: 'p1' }, text: 'карточка 4' },
    ])
    expect(await readTyped(db, 'second', lesson)).toEqual([])
    expect(await readTyped(db, 'first', 's2@2026-11-24')).toEqual([])
  })

  it('hold up an update and the guide only for their own person, and a roll call for nobody', async () => {
    const key = draftKey('cards', 'second', lesson)
    await changeWords(db, key, (all) => all.add('p1'))
    await saveDraft(db, 'conflict-choice/first/attendance.p1', '{}')
    await saveDraft(db, draftKey('provisional', 'first'), '{}')
    expect(await readHalfDone(db, 'first')).toHaveLength(4)
    expect(await readHalfDone(db, 'second')).toEqual([])
  })

  it('keep what was seen when the typing began; one of a former build has seen nothing', async () => {
    const seen = { saw: { text: '№ 5' }, follows: ['theirs'] }
    await saveDraft(db, draftKey('homework', 'first', lesson), '№ 6', seen)
    expect(await readTextDraft(db, draftKey('homework', 'first', lesson))).toEqual({ text: '№ 6', seen })
    await saveDraft(db, 'old', '№ 7')
    expect(await readTextDraft(db, 'old')).toEqual({ text: '№ 7', seen: { saw: null, follows: [] } })
    expect(await readTextDraft(db, 'none')).toBeNull()
  })

  it('claim to follow what a person wrote here meanwhile, and never what a colleague did', async () => {
    const device = createMemoryDevice()
    const cell = { kind: 'homework', lesson } as const
    const draft = { text: '№ 6', seen: { saw: null, follows: [] } }
    const owner = device.author.log
    const theirs = { saw: { text: '№ 5' }, follows: ['theirs'] }
    expect(await seenByDraft(device.db, owner, draft, theirs)).toEqual(draft.seen)
    await device.write(cell, { none: true })
    const view = await readCell(device.db, cell, owner)
    const own = { saw: view?.value ?? null, follows: view?.follows ?? [] }
    expect(own.follows).toHaveLength(1)
    expect(await seenByDraft(device.db, owner, draft, own)).toEqual(own)
  })

  it('take words in and out one after another, and go with the last of them', async () => {
    const key = draftKey('cards', 'second', lesson)
    await Promise.all(['p2', 'p3'].map((pupil) => changeWords(db, key, (all) => all.add(pupil))))
    expect(readWords(await readDraft(db, key))).toEqual(new Set(['p1', 'p2', 'p3']))
    for (const pupil of ['p1', 'p2', 'p3']) await changeWords(db, key, (all) => all.delete(pupil))
    expect(await readDraft(db, key)).toBeNull()
  })
})
