// «Школа»: the lists as a deputy keeps them between imports. Each change is a version; tablets get it by themselves.
import { Link, useLocation } from 'wouter'
import { mayEditSchool } from '../../domain/role.ts'
import type { SignedIn } from '../../store/device.ts'
import { Panel } from '../../ui/panel.tsx'
import { hubSentence } from '../messages/problems.ts'
import { schoolPageWords } from '../messages/screens/school/page.ts'
import { SettingsPart } from '../settings/settings-part.tsx'
import { DayLessons } from './day-lessons.tsx'
import { GroupsAndPlans } from './groups/groups-and-plans.tsx'
import { ListHistory } from './list-history.tsx'
import { Staff } from './people/staff.tsx'
import { PupilMoves } from './pupils/pupil-moves.tsx'
import styles from './school.module.css'
import { SpecialDays } from './special-days.tsx'
import { WeekPlan } from './timetable/week-plan.tsx'
import { UnboundPart } from './unbound/unbound-part.tsx'
import { type SchoolPart, useSchoolLists } from './use-school-lists.ts'
import { WorkYears } from './work-years.tsx'

const tabs = [
  ['/school', schoolPageWords.lessons],
  ['/school/timetable', schoolPageWords.timetable],
  ['/school/days', schoolPageWords.daysAndBells],
  ['/school/pupils', schoolPageWords.pupils],
  ['/school/staff', schoolPageWords.staff],
  ['/school/groups', schoolPageWords.groups],
  ['/school/calendar', schoolPageWords.calendar],
  ['/school/settings', schoolPageWords.settings],
  ['/school/unbound', schoolPageWords.unbound],
  ['/school/history', schoolPageWords.history],
] as const

const Part = (part: SchoolPart & { at: string }) => {
  switch (part.at) {
    case '/school/timetable':
      return <WeekPlan {...part} />
    case '/school/staff':
      return <Staff {...part} />
    case '/school/groups':
      return <GroupsAndPlans {...part} />
    case '/school/days':
      return <SpecialDays {...part} />
    case '/school/pupils':
      return <PupilMoves {...part} />
    case '/school/calendar':
      return <WorkYears {...part} />
    case '/school/settings':
      return <SettingsPart {...part} />
    case '/school/unbound':
      return <UnboundPart {...part} />
    case '/school/history':
      return <ListHistory answer={part.answer} />
    default:
      return <DayLessons {...part} />
  }
}

export const SchoolPage = ({ who }: { who: SignedIn }) => {
  const [at] = useLocation()
  const { data, edit, trouble } = useSchoolLists()
  if (!data) return null
  return (
    <div className={styles.page}>
      <h1>{schoolPageWords.title}</h1>
      <nav className={styles.tabs} aria-label={schoolPageWords.parts}>
        {tabs.map(([href, label]) => (
          <Link key={href} href={href} aria-current={at === href ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {trouble && (
        <Panel tone="bad" role="alert" title={schoolPageWords.unchangedTitle}>
          <ul className={styles.faults}>
            {trouble.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Panel>
      )}
      {data.kind === 'ok' ? (
        <Part
          answer={data.value}
          edit={edit}
          mayEdit={mayEditSchool(data.value.school, who.person)}
          at={at}
        />
      ) : (
        <Panel tone="warn" title={schoolPageWords.unavailable}>
          {hubSentence(data)}
        </Panel>
      )}
    </div>
  )
}
