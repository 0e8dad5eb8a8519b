// What went wrong, or what the timetable has changed, over the list until it has been read. Nothing is pushed down.
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import styles from '../lesson.module.css'

interface TroublesProps {
  trouble: string | null
  notice: { sentence: string } | null
  onUnderstood(): void
}

export const Troubles = ({ trouble, notice, onUnderstood }: TroublesProps) => {
  const [read, setRead] = useState<string | null>(null)
  const told = notice && notice.sentence !== read ? notice.sentence : null
  const sentence = trouble ?? told
  if (sentence === null) return null
  return (
    <div className={styles.trouble}>
      <Panel
        tone={trouble ? 'bad' : 'warn'}
        actions={<Button onClick={trouble ? onUnderstood : () => setRead(told)}>Понятно</Button>}
      >
        {sentence}
      </Panel>
    </div>
  )
}
