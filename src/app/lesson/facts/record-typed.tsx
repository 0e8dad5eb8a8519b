// The key beside a text that stands typed from before: it becomes an entry by this tap.
import { Check } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import { factWords } from '../../messages/lesson/facts.ts'

export const RecordTyped = ({ onRecord }: { onRecord(): Promise<unknown> }) => (
  <Button aria-label={factWords.recordTyped} title={factWords.recordTyped} onClick={() => void onRecord()}>
    <Check size={20} aria-hidden="true" />
  </Button>
)
