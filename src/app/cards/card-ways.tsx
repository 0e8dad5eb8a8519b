// Under a card: back and on, and what is seldom needed: marks in place of the lesser keys, the lesson's own sheet, the buzz.
import { ChevronLeft, ChevronRight, Vibrate } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { cardWords } from '../messages/lesson/cards.ts'
import styles from './cards.module.css'
import type { Haptics } from './haptics.ts'

interface CardWaysProps {
  /** Who only reads has nothing but the way. */
  teaches: boolean
  marking: boolean
  haptics: Haptics
  onGo(step: 1 | -1): void
  onMarks(): void
  onLesson(): void
}

export const CardWays = ({ teaches, marking, haptics, onGo, onMarks, onLesson }: CardWaysProps) => (
  <div className={styles.ways}>
    <Button aria-label={cardWords.back} className={styles.narrow} onClick={() => onGo(-1)}>
      <ChevronLeft size={20} aria-hidden="true" />
    </Button>
    <Button aria-label={cardWords.forward} className={styles.narrow} onClick={() => onGo(1)}>
      <ChevronRight size={20} aria-hidden="true" />
    </Button>
    {teaches && (
      <>
        <Button pressed={marking} onClick={onMarks}>
          {cardWords.marks}
        </Button>
        <Button aria-label={cardWords.lessonLong} aria-haspopup="dialog" onClick={onLesson}>
          {cardWords.lesson}
        </Button>
      </>
    )}
    {haptics.can && (
      <Button
        pressed={haptics.on}
        onClick={haptics.toggle}
        aria-label={cardWords.vibration}
        className={styles.narrow}
      >
        <Vibrate size={18} aria-hidden="true" />
      </Button>
    )}
  </div>
)
