// A lesson that is being typed by name: kept as the person's draft within 300 ms, until it is recorded.
import { useEffect, useMemo, useRef, useState } from 'react'
import { draftKey, dropDraft, readDraft, saveDraft } from '../../store/draft.ts'
import { createDraftKeeper } from '../lesson/facts/draft-keeper.ts'
import { heard } from '../runtime/heard.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import type { TypedLesson } from './provisional-changes.ts'

/** `fresh` is what stands in the fields where nothing has been typed. */
export const useTypedLesson = (person: string, fresh: TypedLesson) => {
  const { db } = useRuntime()
  const key = draftKey('provisional', person)
  const [typed, setTyped] = useState<TypedLesson | null>(null)
  const newest = useRef<TypedLesson | null>(null)
  useEffect(() => {
    // A storage that fails is told by the gate of the writes.
    void readDraft(db, key).then(
      (text) => {
        newest.current ??= text === null ? null : (JSON.parse(text) as TypedLesson)
        setTyped(newest.current)
      },
      () => undefined,
    )
  }, [db, key])
  const keeper = useMemo(
    () => createDraftKeeper<TypedLesson>((draft) => heard(saveDraft(db, key, JSON.stringify(draft)))),
    [db, key],
  )
  useEffect(() => {
    addEventListener('pagehide', keeper.leavePage)
    return () => {
      removeEventListener('pagehide', keeper.leavePage)
      keeper.flush()
    }
  }, [keeper])
  return {
    typed: typed ?? fresh,
    set: (change: Partial<TypedLesson>): void => {
      newest.current = { ...(newest.current ?? fresh), ...change }
      setTyped(newest.current)
      keeper.keep(newest.current)
    },
    /** `recorded` is an entry by now; what was typed on meanwhile is not, and stays. */
    done: async (recorded: TypedLesson, next: TypedLesson): Promise<void> => {
      if (newest.current !== recorded && newest.current !== null) return
      newest.current = next
      setTyped(next)
      keeper.drop()
      await dropDraft(db, key).catch(() => undefined)
    },
  }
}
