// A text that is being typed: kept as a draft within 300 ms, an entry only when the field is left.
import { useEffect, useState } from 'react'
import { dropDraft, readDraft, saveDraft } from '../../../store/draft.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'

/** `recorded` is what the cell holds; `commit` saves the text and answers whether it was saved. */
export const useDraft = (key: string, recorded: string, commit: (text: string) => Promise<boolean>) => {
  const { db } = useRuntime()
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)

  useEffect(() => {
    void readDraft(db, key).then((draft) => {
      setTyped((now) => now ?? draft)
      if (draft !== null) setLeft(true)
    })
  }, [db, key])

  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => void saveDraft(db, key, typed), 300)
    return () => clearTimeout(timer)
  }, [db, key, typed])

  /** False when the text was not saved: it stays as it was typed. */
  const leave = async (): Promise<boolean> => {
    if (typed === null) return true
    const text = typed.trim()
    if (text !== recorded && !(await commit(text))) {
      setLeft(true)
      return false
    }
    // The draft goes only after the entry has been committed.
    setTyped(null)
    await dropDraft(db, key)
    return true
  }
  return {
    text: typed ?? recorded,
    type: (text: string): void => {
      setLeft(false)
      setTyped(text)
    },
    leave,
    /** The text stands here from before, by a closed tab or a failed save, and is no entry. */
    waits: left && typed !== null && typed.trim() !== recorded,
  }
}
