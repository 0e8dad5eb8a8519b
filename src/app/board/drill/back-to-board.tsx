// The way back up.
import { Link } from 'wouter'
import styles from '../board.module.css'

export const BackToBoard = () => (
  <Link href="/board" className={styles.back}>
    ← Сводка
  </Link>
)
