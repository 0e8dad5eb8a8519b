// The deputy's screens come in a file of their own: the way to a lesson is shorter by it. It is in the service worker's
// list as all are, and is fetched ahead for whoever may open it; where it does not come, nothing else is taken away.
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/panel.tsx'
import { frameWords } from '../../messages/screens/shell/frame.ts'
import { shellTroubleWords } from '../../messages/screens/shell/trouble.ts'
import { Waiting } from '../waiting.tsx'
import type { DeskProps } from './desk-pages.tsx'

/** Addresses of the desk. */
export const deskPath = /^\/(board|losses|outages|school)(?:\/.*)?$/

/** Once it has come it is drawn at once, with no moment between. */
let here: ComponentType<DeskProps> | null = null
const fetchDesk = async (): Promise<ComponentType<DeskProps>> => {
  here ??= (await import('./desk-pages.tsx')).DeskPages
  return here
}

/** Asked for by opening the journal anew: some browsers give no file a second time that did not come once. */
const NotCome = () => (
  <EmptyState page title={shellTroubleWords.notComeTitle}>
    <p role="alert">{shellTroubleWords.notCome}</p>
    <Button kind="primary" onClick={() => location.reload()}>
      {shellTroubleWords.reopen}
    </Button>
  </EmptyState>
)

const coming = () =>
  lazy(() =>
    fetchDesk().then(
      (come) => ({ default: come }),
      () => ({ default: NotCome as ComponentType<DeskProps> }),
    ),
  )

/** Once the first screen stands. */
const aheadMs = 2_000

export const useDeskAhead = (wanted: boolean): void =>
  useEffect(() => {
    if (!wanted) return
    const timer = setTimeout(() => void fetchDesk().catch(() => undefined), aheadMs)
    return () => clearTimeout(timer)
  }, [wanted])

const titleOf = (at: string): string => {
  const [, part = ''] = deskPath.exec(at) ?? []
  return (
    { losses: frameWords.losses, outages: frameWords.outages, school: frameWords.school }[part] ??
    frameWords.board
  )
}

export const Desk = (props: DeskProps) => {
  // The same for as long as the desk stands: another one would begin anew.
  const [Pages] = useState<ComponentType<DeskProps>>(() => here ?? coming())
  return (
    <Suspense fallback={<Waiting title={titleOf(props.at)} />}>
      <Pages {...props} />
    </Suspense>
  )
}
