// What is half done on its way to an entry: kept while it is being typed, so that a closed tab loses none of it.
import type { Cell, LessonId } from '../domain/cell.ts'
import type { LogOwner } from '../domain/entry.ts'
import type { JournalDatabase, Seen } from './database.ts'
import { countOwn } from './logs.ts'

/** `cards` is a roll call on its way; the others are texts and choices, of use to nobody until they are recorded. */
export type DraftKind = 'topic' | 'homework' | 'individual' | 'provisional' | 'cards'

/** A tablet may be shared: what one person has half done is nobody else's. `of` is a lesson, or a lesson and a pupil. */
export const draftKey = (kind: DraftKind, person: string, ...of: string[]): string =>
  [kind, person, ...of].join('/')

export const saveDraft = async (
  db: JournalDatabase,
  key: string,
  text: string,
  seen?: Seen,
): Promise<void> => {
  await db.draft.put({ key, text, ...(seen && { seen }) })
}

/** A text, and what its cell showed when the typing began. */
export interface TextDraft {
  text: string
  seen: Seen
}

/** A draft of a build before this one does not know what was seen: its entry then says that it has seen nothing. */
export const readTextDraft = async (db: JournalDatabase, key: string): Promise<TextDraft | null> => {
  const row = await db.draft.get(key)
  return row ? { text: row.text, seen: row.seen ?? { saw: null, follows: [] } } : null
}

/**
 * What the entry of a draft has seen: what stood there when the typing began, whoever has written meanwhile, unless that
 * was the person's own act on this tablet. `now` is what the screen shows.
 */
export const seenByDraft = async (
  db: JournalDatabase,
  owner: LogOwner,
  draft: TextDraft,
  now: Seen,
): Promise<Seen> => ((await countOwn(db, owner, now.follows)) > 0 ? now : draft.seen)

export const readDraft = async (db: JournalDatabase, key: string): Promise<string | null> =>
  (await db.draft.get(key))?.text ?? null

export const dropDraft = (db: JournalDatabase, key: string): Promise<void> => db.draft.delete(key)

/** Words of a draft, one taken in or out; two changes in one breath both count. */
export const changeWords = (
  db: JournalDatabase,
  key: string,
  change: (words: Set<string>) => void,
): Promise<void> =>
  db.transaction('rw', db.draft, async () => {
    const words = readWords(await readDraft(db, key))
    change(words)
    await (words.size > 0 ? saveDraft(db, key, [...words].join(' ')) : dropDraft(db, key))
  })

export const readWords = (text: string | null): Set<string> =>
  new Set((text ?? '').split(' ').filter(Boolean))

/** What is half done, by kind, and what it is of: a lesson, or a cell in conflict. */
export interface HalfDone {
  kind: string
  of: string
  /** As it is kept: a typed text, or what a choice is made of. */
  text: string
}

/** Texts and choices of this person that are no entries yet. A roll call goes on by itself and waits for nobody. */
export const readHalfDone = async (db: JournalDatabase, person: string): Promise<HalfDone[]> => {
  const rows = await db.draft.toArray()
  return rows
    .map(({ key, text }) => ({ parts: key.split('/'), text }))
    .filter(({ parts: [kind, whose] }) => kind !== 'cards' && whose === person)
    .map(({ parts: [kind = '', _, ...of], text }) => ({
      kind,
      of: kind === 'individual' ? (of[0] ?? '') : of.join('/'),
      text,
    }))
}

/** A text that is no entry yet, and the cell it is meant for. */
export interface Typed {
  cell: Extract<Cell, { kind: 'topic' | 'homework' | 'individualHomework' }>
  text: string
}

/** What this person has typed in a lesson and not recorded; some of it may be recorded by now. */
export const readTyped = async (db: JournalDatabase, person: string, lesson: LessonId): Promise<Typed[]> => {
  const own = draftKey('individual', person, lesson, '')
  const [topic, homework, tasks] = await Promise.all([
    readDraft(db, draftKey('topic', person, lesson)),
    readDraft(db, draftKey('homework', person, lesson)),
    db.draft.where('key').startsWith(own).toArray(),
  ])
  return [
    ...(topic === null ? [] : [{ cell: { kind: 'topic', lesson }, text: topic } as const]),
    ...(homework === null ? [] : [{ cell: { kind: 'homework', lesson }, text: homework } as const]),
    ...tasks.map(({ key, text }) => {
      const pupil = key.slice(own.length)
      return { cell: { kind: 'individualHomework', lesson, pupil }, text } as const
    }),
  ]
}
