// The ways between screens; each shows what waits there.
import {
  ArrowLeftRight,
  CalendarClock,
  FileCheck,
  Gauge,
  GraduationCap,
  ListChecks,
  LogOut,
  MoreHorizontal,
  School,
  TabletSmartphone,
  TriangleAlert,
  Unplug,
} from 'lucide-react'
import { useLocation } from 'wouter'
import type { SignedIn } from '../../store/device.ts'
import { countConflicts } from '../../store/pulled.ts'
import { NavRail } from '../../ui/nav.tsx'
import { frameWords } from '../messages/screens/shell/frame.ts'
import { useRuntime, useSchool } from '../runtime/use-runtime.ts'
import { useTables } from '../runtime/use-tables.ts'
import { useAppBadge } from './use-app-badge.ts'
import { useCount } from './use-unsent.ts'

/** Made once: counts change with each burst of taps, signs never. */
const icons = {
  board: <Gauge />,
  losses: <TabletSmartphone />,
  outages: <Unplug />,
  school: <School />,
  today: <CalendarClock />,
  documents: <FileCheck />,
  terms: <GraduationCap />,
  outbox: <ListChecks />,
  conflicts: <TriangleAlert />,
  transfer: <ArrowLeftRight />,
  leave: <LogOut />,
  more: <MoreHorizontal />,
}

const badge = (n: number): { badge?: string } => (n === 0 ? {} : { badge: n > 999 ? '999+' : String(n) })

export const Navigation = ({ who }: { who: SignedIn }) => {
  const { db } = useRuntime()
  const school = useSchool()
  const [at, go] = useLocation()
  const unsent = useCount('unsent')
  const onTheWay = useCount('onTheWay')
  const conflicts = useTables(() => countConflicts(db), ['unread', 'cell'], []) ?? 0
  useAppBadge(unsent, conflicts)
  const works = (school?.classes.length ?? 0) > 0 || !who.board
  const leads = school?.classes.some((one) => one.classTeacher === who.person) ?? false
  const later = { later: true } as const
  const item = (
    href: string,
    label: string,
    icon: React.ReactNode,
    more: { badge?: string; tone?: 'bad'; later?: true } = {},
  ) => ({
    ...{ href, label, icon, ...more },
    current: at.startsWith(href),
  })
  const items = [
    ...(who.board
      ? [
          item('/board', frameWords.board, icons.board),
          item('/losses', frameWords.losses, icons.losses, later),
          item('/outages', frameWords.outages, icons.outages, later),
          item('/school', frameWords.school, icons.school, works ? later : {}),
        ]
      : []),
    ...(works
      ? [
          {
            ...item('/today', frameWords.today, icons.today),
            current: at.startsWith('/today') || at.startsWith('/lesson'),
          },
          ...(leads ? [item('/documents', frameWords.documents, icons.documents, later)] : []),
          item('/terms', frameWords.termMarks, icons.terms, later),
          item('/outbox', frameWords.queue, icons.outbox, badge(unsent)),
          item('/conflicts', frameWords.conflicts, icons.conflicts, {
            ...badge(conflicts),
            ...(conflicts > 0 ? { tone: 'bad' } : {}),
          }),
          item('/transfer', frameWords.transfer, icons.transfer, {
            ...badge(onTheWay),
            ...(who.board ? later : {}),
          }),
        ]
      : []),
    item('/sign-in', frameWords.leave, icons.leave, later),
  ]
  const more = { label: frameWords.more, icon: icons.more }
  return <NavRail items={items} more={more} onGo={go} label={frameWords.sections} />
}
