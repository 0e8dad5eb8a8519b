// The way between screens: a rail beside a wide screen, a bar below a narrow one. Real links, so they can be opened apart.
import type { MouseEvent, ReactNode } from 'react'
import styles from './nav.module.css'

export interface NavItem {
  href: string
  label: string
  icon: ReactNode
  badge?: string
  tone?: 'warn' | 'bad'
  current: boolean
}

interface NavRailProps {
  items: readonly NavItem[]
  label: string
  onGo(href: string): void
}

export const NavRail = ({ items, label, onGo }: NavRailProps) => {
  const go = (event: MouseEvent, href: string): void => {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (elsewhere || event.button !== 0) return
    event.preventDefault()
    onGo(href)
  }
  return (
    <nav className={styles.nav} aria-label={label}>
      {items.map((item) => (
        <a
          key={item.href}
          href={item.href}
          className={styles.item}
          aria-current={item.current ? 'page' : undefined}
          onClick={(event) => go(event, item.href)}
        >
          <span className={styles.icon} aria-hidden="true">
            {item.icon}
          </span>
          {item.badge && (
            <b className={styles.badge} data-tone={item.tone}>
              {item.badge}
            </b>
          )}
          <span className={styles.label}>{item.label}</span>
        </a>
      ))}
    </nav>
  )
}
