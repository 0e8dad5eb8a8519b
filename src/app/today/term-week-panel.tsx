// The alarm of a term's last week (п. 2.6): АИС is away while final marks are to be set. It stands above everything.
import type { ReactNode } from 'react'
import type { TermWeekAlert } from '../../domain/deadline/term-mark-window.ts'
import { Panel } from '../../ui/panel.tsx'
import { termWeekSentence } from '../messages/outages.ts'
import { todayOutageWords } from '../messages/screens/today/outages.ts'

interface TermWeekProps {
  alerts: readonly TermWeekAlert[]
  zone: string
  /** What whoever reads it may do about it. */
  children?: ReactNode
}

export const TermWeekPanel = ({ alerts, zone, children }: TermWeekProps) =>
  alerts.length === 0 ? null : (
    <Panel tone="bad" title={todayOutageWords.termWeekTitle}>
      {alerts.map((one) => (
        <p key={`${one.outage} ${one.term}`}>{termWeekSentence(one, zone)}</p>
      ))}
      {children}
    </Panel>
  )
