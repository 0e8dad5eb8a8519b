// What every screen shares: the strip on top, the way between screens, and the screen itself, which alone scrolls.
import type { ReactNode } from 'react'
import styles from './frame.module.css'

interface FrameProps {
  strip: ReactNode
  nav: ReactNode
  /** The words of the link that jumps over strip and navigation. */
  skip: string
  /** The line above the screen on paper; a screen that prints a sheet of its own, marked `data-sheet`, goes without. */
  printed: ReactNode
  children: ReactNode
}

export const Frame = ({ strip, nav, skip, printed, children }: FrameProps) => (
  <div className={styles.frame}>
    <a className={styles.skip} href="#main">
      {skip}
    </a>
    <header className={styles.strip}>{strip}</header>
    <p className={styles.printed}>{printed}</p>
    <div className={styles.nav}>{nav}</div>
    {/* It scrolls, so keys must reach it even where nothing inside takes the focus. */}
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region without controls */}
    <main id="main" className={styles.main} tabIndex={0}>
      {children}
    </main>
  </div>
)
