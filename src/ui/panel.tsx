// A panel says one thing, and may offer what to do about it.
import type { ReactNode } from 'react'
import styles from './panel.module.css'

interface PanelProps {
  title?: ReactNode
  tone?: 'plain' | 'warn' | 'bad' | 'accent'
  actions?: ReactNode
  as?: 'section' | 'aside' | 'div'
  children?: ReactNode
}

export const Panel = ({ title, tone = 'plain', actions, as: Tag = 'section', children }: PanelProps) => (
  <Tag className={styles.panel} data-tone={tone}>
    {title && <h2>{title}</h2>}
    <div className={styles.body}>{children}</div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </Tag>
)

export const EmptyState = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div className={styles.empty}>
    <h2>{title}</h2>
    <p>{children}</p>
  </div>
)
