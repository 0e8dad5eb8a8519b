// Drafts are a person's own, and only what waits for a person counts as half done.
import { describe, expect, it } from 'vitest'
import {
  changeWords,
  countHalfDone,
  draftKey,
  readDraft,
  readTyped,
  readWords,
  saveDraft,
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
    expect(await countHalfDone(db, 'first')).toBe(3)
    expect(await countHalfDone(db, 'second')).toBe(0)
  })

  it('take words in and out one after another, and go with the last of them', async () => {
    const key = draftKey('cards', 'second', lesson)
    await Promise.all(['p2', 'p3'].map((pupil) => changeWords(db, key, (all) => all.add(pupil))))
    expect(readWords(await readDraft(db, key))).toEqual(new Set(['p1', 'p2', 'p3']))
    for (const pupil of ['p1', 'p2', 'p3']) await changeWords(db, key, (all) => all.delete(pupil))
    expect(await readDraft(db, key)).toBeNull()
  })
})
