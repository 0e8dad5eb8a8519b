// The way back up.
import { Link } from 'wouter'
import { drillWords } from '../../messages/screens/board/drill.ts'
import styles from '../board.module.css'

export const BackToBoard = () => (
  <Link href="/board" className={styles.back}>
    {drillWords.toBoard}
  </Link>
)
