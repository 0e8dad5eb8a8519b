// One press or one draft could not be written down, and the screen it was made on had no place to say so.
import type { SaveFailure } from '../../../store/save-failure.ts'
import { Button } from '../../../ui/button.tsx'
import { keyWords } from '../../messages/lesson/keys.ts'
import { saveFailureSentences } from '../../messages/problems.ts'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { useMemoryState } from '../../runtime/memory-state.ts'
import { TroubleBadge } from './trouble-badge.tsx'

export const NotSaved = ({ unsaved }: { unsaved: SaveFailure }) => {
  const set = useMemoryState((state) => state.set)
  return (
    <TroubleBadge
      title={shellTroubleWords.notSavedTitle}
      sentence={saveFailureSentences[unsaved.why]}
      of={unsaved}
      actions={() => (
        <>
          <Button kind="primary" onClick={() => set({ unsaved: null })}>
            {keyWords.understood}
          </Button>
          <Button onClick={() => location.reload()}>{shellTroubleWords.reopen}</Button>
        </>
      )}
    />
  )
}
