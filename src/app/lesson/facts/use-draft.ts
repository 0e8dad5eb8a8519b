// A text that is being typed: kept as a draft within 300 ms, an entry only when the field is left.
import { useEffect, useMemo, useState } from 'react'
import type { Cell } from '../../../domain/cell.ts'
import type { LogOwner } from '../../../domain/entry.ts'
import type { Seen } from '../../../store/database.ts'
import { dropDraft, readTextDraft, saveDraft, seenByDraft, type TextDraft } from '../../../store/draft.ts'
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
  const [left, setLeft] = useState(false)
  const now = seenIn(views, cell)
  const recorded = typedIn(now.saw)

  useEffect(() => {
    void readTextDraft(db, key).then((draft) => {
      setTyped((typing) => typing ?? draft)
      if (draft !== null) setLeft(true)
    })
  }, [db, key])

  const keeper = useMemo(
    () => createDraftKeeper<TextDraft>(({ text, seen }) => void saveDraft(db, key, text, seen)),
    [db, key],
  )
  useEffect(() => {
    addEventListener('pagehide', keeper.leavePage)
    return () => {
      removeEventListener('pagehide', keeper.leavePage)
      keeper.flush()
    }
  }, [keeper])

  /** False when the text was not saved: it stays as it was typed. */
  const leave = async (): Promise<boolean> => {
    if (typed === null) return true
    const text = typed.text.trim()
    const seen = await seenByDraft(db, log, typed, now)
    // What was only looked at, or stands there by now anyway, is nothing to record.
    const changes = text !== recorded && text !== typedIn(seen.saw)
    if (changes && !(await commit(text, seen))) {
      setLeft(true)
      return false
    }
    // The draft goes only after the entry has been committed.
    setTyped(null)
    keeper.drop()
    await dropDraft(db, key)
    return true
  }
  return {
    text: typed?.text ?? recorded,
    type: (text: string): void => {
      setLeft(false)
      const draft = { text, seen: typed?.seen ?? now }
      setTyped(draft)
      keeper.keep(draft)
    },
    leave,
    /** The text stands here from before, by a closed tab or a failed save, and is no entry. */
    waits: left && typed !== null && typed.text.trim() !== recorded,
  }
}
