// Whom somebody has called «здесь» in this roll call: kept as a draft, so that it goes on after a closed tab.
import { useEffect, useState } from 'react'
import { readDraft, saveDraft } from '../../store/draft.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

/** `here` is undefined until it has been read. */
export const useHere = (lesson: string) => {
  const { db } = useRuntime()
  const key = `cards/${lesson}`
  const [here, setHere] = useState<ReadonlySet<string>>()
  useEffect(() => {
    void readDraft(db, key).then((text) => setHere(new Set((text ?? '').split(' ').filter(Boolean))))
  }, [db, key])
  const add = (pupil: string): void => {
    const next = new Set(here).add(pupil)
    setHere(next)
    void saveDraft(db, key, [...next].join(' '))
  }
  return { here, add }
}
