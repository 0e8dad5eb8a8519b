// A text that is being typed: kept as a draft within 300 ms, an entry only when the field is left.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Cell } from '../../../domain/cell.ts'
import type { LogOwner } from '../../../domain/entry.ts'
import type { Seen } from '../../../store/database.ts'
import { dropDraft, readTextDraft, saveDraft, seenByDraft, type TextDraft } from '../../../store/draft.ts'
import { heard } from '../../runtime/heard.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import { type CellViews, seenIn, typedIn } from '../lesson-cells.ts'
import { createDraftKeeper } from './draft-keeper.ts'

export interface DraftPlace {
  key: string
  log: LogOwner
  views: CellViews
  cell: Cell
}

/** `commit` saves the text as of whoever saw `seen`, and answers whether it was saved. */
export const useDraft = (
  { key, log, views, cell }: DraftPlace,
  commit: (text: string, seen: Seen) => Promise<boolean>,
) => {
  const { db } = useRuntime()
  const [typed, setTyped] = useState<TextDraft | null>(null)
  /** As it is typed by now, whatever has been drawn. */
  const newest = useRef<TextDraft | null>(null)
  const [left, setLeft] = useState(false)
  const saving = useRef<Promise<boolean>>(Promise.resolve(true))
  const put = (draft: TextDraft | null): void => {
    newest.current = draft
    setTyped(draft)
  }
  const now = seenIn(views, cell)
  const recorded = typedIn(now.saw)

  useEffect(() => {
    // A storage that fails is told by the gate of the writes.
    void readTextDraft(db, key).then(
      (draft) => {
        newest.current ??= draft
        setTyped(newest.current)
        if (draft !== null) setLeft(true)
      },
      () => undefined,
    )
  }, [db, key])

  const keeper = useMemo(
    () => createDraftKeeper<TextDraft>(({ text, seen }) => heard(saveDraft(db, key, text, seen))),
    [db, key],
  )
  useEffect(() => {
    addEventListener('pagehide', keeper.leavePage)
    return () => {
      removeEventListener('pagehide', keeper.leavePage)
      keeper.flush()
    }
  }, [keeper])

  const saveNewest = async (): Promise<boolean> => {
    const draft = newest.current
    if (draft === null) return true
    const text = draft.text.trim()
    // A storage that answers nothing is told by the act that fails.
    const seen = await seenByDraft(db, log, draft, now).catch(() => draft.seen)
    // What was only looked at, or stands there by now anyway, is nothing to record.
    const changes = text !== recorded && text !== typedIn(seen.saw)
    if (changes && !(await commit(text, seen))) {
      setLeft(true)
      return false
    }
    // What was typed on meanwhile is another text, and no entry yet.
    if (newest.current !== draft) return true
    // The draft goes only after the entry has been committed.
    put(null)
    keeper.drop()
    await dropDraft(db, key).catch(() => undefined)
    return true
  }
  /** One after another: a text that is left twice is recorded once. False when it was not saved: it stays as it was typed. */
  const leave = (): Promise<boolean> => {
    saving.current = saving.current.then(saveNewest, saveNewest)
    return saving.current
  }
  return {
    text: typed?.text ?? recorded,
    type: (text: string): void => {
      setLeft(false)
      const draft = { text, seen: newest.current?.seen ?? now }
      put(draft)
      keeper.keep(draft)
    },
    /** What replaces the text waits for this: the last word is the last tap's. */
    leave,
    /** The text stands here from before, by a closed tab or a failed save, and is no entry. */
    waits: left && typed !== null && typed.text.trim() !== recorded,
  }
}
