// What every screen shares: the strip on top, the way between screens, and the screen itself, which alone scrolls.
import type { ReactNode } from 'react'
import styles from './frame.module.css'

interface FrameProps {
  strip: ReactNode
  nav: ReactNode
  /** The words of the link that jumps over strip and navigation. */
  skip: string
  children: ReactNode
}

export const Frame = ({ strip, nav, skip, children }: FrameProps) => (
  <div className={styles.frame}>
    <a className={styles.skip} href="#main">
      {skip}
    </a>
    <header className={styles.strip}>{strip}</header>
    <div className={styles.nav}>{nav}</div>
    {/* It scrolls, so keys must reach it even where nothing inside takes the focus. */}
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region without controls */}
    <main id="main" className={styles.main} tabIndex={0}>
      {children}
    </main>
  </div>
)
