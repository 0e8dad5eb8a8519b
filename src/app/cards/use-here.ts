// Whom somebody has called «здесь» in this roll call: kept as a draft, so that it goes on after a closed tab.
import { useLiveQuery } from 'dexie-react-hooks'
import { changeWords, draftKey, readDraft, readWords } from '../../store/draft.ts'
import { heard } from '../runtime/heard.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

/** `here` is undefined until it has been read. */
export const useHere = (person: string, lesson: string) => {
  const { db } = useRuntime()
  const key = draftKey('cards', person, lesson)
  const here = useLiveQuery(async () => readWords(await readDraft(db, key)), [db, key])
  return {
    here,
    add: (pupil: string) => heard(changeWords(db, key, (all) => all.add(pupil))),
    remove: (pupil: string) => heard(changeWords(db, key, (all) => all.delete(pupil))),
  }
}

export type RollCall = ReturnType<typeof useHere>
