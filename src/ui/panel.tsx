// A panel says one thing, and may offer what to do about it.
import type { HTMLAttributes, ReactNode } from 'react'
import styles from './panel.module.css'

interface PanelProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  title?: ReactNode
  tone?: 'plain' | 'warn' | 'bad' | 'accent'
  actions?: ReactNode
  as?: 'section' | 'aside' | 'div'
}

export const Panel = ({
  title,
  tone = 'plain',
  actions,
  as: Tag = 'section',
  className = '',
  children,
  ...rest
}: PanelProps) => (
  <Tag className={`${styles.panel} ${className}`} data-tone={tone} {...rest}>
    {title && <h2>{title}</h2>}
    <div className={styles.body}>{children}</div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </Tag>
)

export const EmptyState = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div className={styles.empty}>
    <h2>{title}</h2>
    <div>{children}</div>
  </div>
)
