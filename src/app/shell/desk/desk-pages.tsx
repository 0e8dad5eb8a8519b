// The deputy's screens: no lesson needs them.
import { Redirect, Route, Switch } from 'wouter'
import type { SignedIn } from '../../../store/device.ts'
import { BoardPage } from '../../board/board-page.tsx'
import { LessonCellsPage } from '../../board/drill/lesson-cells-page.tsx'
import { TeacherPage } from '../../board/drill/teacher-page.tsx'
import { WaitingMarksPage } from '../../board/drill/waiting-marks-page.tsx'
import { PeriodPage } from '../../board/period/period-page.tsx'
import { FirstGuide } from '../../help/first-guide.tsx'
import { LossesPage } from '../../losses/losses-page.tsx'
import { OutagesPage } from '../../outages/outages-page.tsx'
import { SchoolPage } from '../../school/school-page.tsx'
import { readPart } from '../address.ts'

export interface DeskProps {
  who: SignedIn
  /** The address that is shown. */
  at: string
  /** Where an address of no screen leads. */
  home: string
}

export const DeskPages = ({ who, at, home }: DeskProps) => (
  <Switch location={at}>
    <Route path="/outages">
      <OutagesPage who={who} />
    </Route>
    <Route path="/school/:part?">
      <SchoolPage who={who} />
    </Route>
    <Route path="/board/teacher/:id">{({ id }) => <TeacherPage id={readPart(id)} />}</Route>
    <Route path="/board/terms/:class?">
      {({ class: id }) => <WaitingMarksPage schoolClass={id ? readPart(id) : null} />}
    </Route>
    <Route path="/board/lesson/:id">{({ id }) => <LessonCellsPage id={readPart(id)} />}</Route>
    <Route path="/board/period">
      <PeriodPage />
    </Route>
    <Route path="/board">
      <FirstGuide who={who} />
      <BoardPage who={who} />
    </Route>
    <Route path="/losses">
      <LossesPage />
    </Route>
    <Route>
      <Redirect to={home} replace />
    </Route>
  </Switch>
)
