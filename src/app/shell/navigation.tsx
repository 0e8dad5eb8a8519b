// The ways between screens; each shows what waits there.

import { useLiveQuery } from 'dexie-react-hooks'
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
import { useAppBadge } from './use-app-badge.ts'
import { useUnsent } from './use-unsent.ts'

const badge = (n: number): { badge?: string } => (n === 0 ? {} : { badge: n > 999 ? '999+' : String(n) })

export const Navigation = ({ who }: { who: SignedIn }) => {
  const { db } = useRuntime()
  const school = useSchool()
  const [at, go] = useLocation()
  const { unsent, onTheWay } = useUnsent()
  const conflicts = useLiveQuery(() => countConflicts(db), [db], 0)
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
          item('/board', frameWords.board, <Gauge />),
          item('/losses', frameWords.losses, <TabletSmartphone />, later),
          item('/outages', frameWords.outages, <Unplug />, later),
          item('/school', frameWords.school, <School />, works ? later : {}),
        ]
      : []),
    ...(works
      ? [
          {
            ...item('/today', frameWords.today, <CalendarClock />),
            current: at.startsWith('/today') || at.startsWith('/lesson'),
          },
          ...(leads ? [item('/documents', frameWords.documents, <FileCheck />, later)] : []),
          item('/terms', frameWords.termMarks, <GraduationCap />, later),
          item('/outbox', frameWords.queue, <ListChecks />, badge(unsent)),
          item('/conflicts', frameWords.conflicts, <TriangleAlert />, {
            ...badge(conflicts),
            ...(conflicts > 0 ? { tone: 'bad' } : {}),
          }),
          item('/transfer', frameWords.transfer, <ArrowLeftRight />, {
            ...badge(onTheWay),
            ...(who.board ? later : {}),
          }),
        ]
      : []),
    item('/sign-in', frameWords.leave, <LogOut />, later),
  ]
  const more = { label: frameWords.more, icon: <MoreHorizontal /> }
  return <NavRail items={items} more={more} onGo={go} label={frameWords.sections} />
}
