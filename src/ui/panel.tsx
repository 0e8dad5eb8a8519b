// A panel says one thing, and may offer what to do about it.
import { type HTMLAttributes, type ReactNode, useEffect, useId, useRef } from 'react'
import { catchFocus } from './lost-focus.ts'
import styles from './panel.module.css'

interface PanelProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  title?: ReactNode
  tone?: 'plain' | 'warn' | 'bad' | 'accent'
  actions?: ReactNode
  as?: 'section' | 'aside' | 'div'
  /** It is all that the screen has to say, so its title is the screen's. */
  page?: boolean
  /** It comes in the place of what was pressed, and its title takes the focus that has gone with that. */
  catches?: boolean
}

export const Panel = ({
  title,
  tone = 'plain',
  actions,
  as: Tag = 'section',
  page = false,
  catches = false,
  className = '',
  children,
  ...rest
}: PanelProps) => {
  const heading = useId()
  const caught = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (catches) catchFocus(caught.current)
  }, [catches])
  const Title = page ? 'h1' : 'h2'
  // Several things stand aside of a screen; each is announced by its title.
  const named = Tag === 'aside' && title ? { 'aria-labelledby': heading } : {}
  return (
    <Tag className={`${styles.panel} ${className}`} data-tone={tone} {...named} {...rest}>
      {title && (
        <Title id={heading} ref={caught} tabIndex={catches ? -1 : undefined}>
          {title}
        </Title>
      )}
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </Tag>
  )
}

interface EmptyProps {
  title: ReactNode
  /** It is all that the screen has to say, so its title is the screen's. */
  page?: boolean
  children?: ReactNode
}

export const EmptyState = ({ title, page = false, children }: EmptyProps) => (
  <div className={styles.empty}>
    {page ? <h1>{title}</h1> : <h2>{title}</h2>}
    <div>{children}</div>
  </div>
)
