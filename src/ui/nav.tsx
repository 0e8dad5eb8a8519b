// The way between screens: a rail beside a wide screen, a bar below a narrow one. Real links, so they can be opened apart.
import { type MouseEvent, memo, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import styles from './nav.module.css'

export interface NavItem {
  href: string
  label: string
  icon: ReactNode
  badge?: string
  tone?: 'warn' | 'bad'
  current: boolean
  /** In a bar that can't hold all it stands behind the last place. */
  later?: boolean
}

interface NavRailProps {
  items: readonly NavItem[]
  label: string
  /** What the last place of a full bar is called, and its sign. */
  more: { label: string; icon: ReactNode }
  onGo(href: string): void
}

/** A bar of a phone holds so many places of 48 px and more. */
const barHolds = 5

interface FaceProps {
  icon: ReactNode
  label: string
  badge?: NavItem['badge'] | undefined
  tone?: NavItem['tone'] | undefined
}

const Badge = ({ badge, tone }: Pick<FaceProps, 'badge' | 'tone'>) =>
  badge ? (
    <b className={styles.badge} data-tone={tone}>
      {badge}
    </b>
  ) : null

const Face = ({ icon, label, badge, tone }: FaceProps) => (
  <>
    <span className={styles.icon} aria-hidden="true">
      {icon}
    </span>
    <Badge {...{ badge, tone }} />
    <span className={styles.label}>{label}</span>
  </>
)

interface PlaceProps extends NavItem {
  onGo(event: MouseEvent, href: string): void
}

/** Kept as drawn while nothing of it changes: of all places the counts of one or two do. */
const Place = memo(({ href, icon, label, badge, tone, current, onGo }: PlaceProps) => (
  <a
    href={href}
    className={styles.item}
    aria-current={current ? 'page' : undefined}
    onClick={(event) => onGo(event, href)}
  >
    <Face {...{ icon, label, badge, tone }} />
  </a>
))

/** What waits behind the last place: the gravest tone of it, and that something does. */
const hiddenSign = (hidden: readonly NavItem[]): Pick<NavItem, 'badge' | 'tone'> => {
  const waiting = hidden.filter((one) => one.badge)
  const tone = waiting.find((one) => one.tone === 'bad')?.tone ?? waiting.find((one) => one.tone)?.tone
  return waiting.length === 0 ? {} : { badge: '•', ...(tone && { tone }) }
}

export const NavRail = ({ items, label, more, onGo }: NavRailProps) => {
  const [open, setOpen] = useState(false)
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!open) return
    const close = (event: Event): void => {
      if (
        event instanceof KeyboardEvent ? event.key === 'Escape' : !nav.current?.contains(event.target as Node)
      )
        setOpen(false)
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
    }
  }, [open])
  const go = useCallback(
    (event: MouseEvent, href: string): void => {
      setOpen(false)
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
      if (elsewhere || event.button !== 0) return
      event.preventDefault()
      onGo(href)
    },
    [onGo],
  )
  const fits = items.length <= barHolds
  const link = (item: NavItem) => <Place key={item.href} {...item} onGo={go} />
  const hidden = fits ? [] : items.filter((one) => one.later)
  return (
    <nav className={styles.nav} aria-label={label} ref={nav}>
      {items.filter((one) => !hidden.includes(one)).map(link)}
      {hidden.length > 0 && (
        <>
          <button
            type="button"
            className={`${styles.item} ${styles.toggle}`}
            aria-expanded={open}
            data-current={hidden.some((one) => one.current)}
            onClick={() => setOpen(!open)}
          >
            <Face {...more} {...hiddenSign(hidden)} />
          </button>
          <div className={styles.more} data-open={open}>
            {hidden.map(link)}
          </div>
        </>
      )}
    </nav>
  )
}
