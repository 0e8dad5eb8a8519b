// Which screen an address shows, inside the frame that every screen shares.
import { useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { notationOf } from '../../domain/notation/notation.ts'
import type { School } from '../../domain/school.ts'
import { isDate } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { Frame } from '../../ui/frame.tsx'
import { AbsencePage } from '../absence/absence-page.tsx'
import { useNotingPlace } from '../conflicts/came-from.ts'
import { ConflictsPage } from '../conflicts/conflicts-page.tsx'
import { FirstGuide } from '../help/first-guide.tsx'
import { HelpDialog } from '../help/help-dialog.tsx'
import { useShellKeys } from '../help/use-shell-keys.ts'
import { LessonPage } from '../lesson/lesson-page.tsx'
import { frameWords } from '../messages/screens/shell/frame.ts'
import { setNotation } from '../messages/values.ts'
import { OutboxPage } from '../outbox/outbox-page.tsx'
import { ProvisionalPage } from '../provisional/provisional-page.tsx'
import { UpdatePrompt } from '../pwa/update-prompt.tsx'
import { ReminderWatch } from '../reminders/reminder-watch.tsx'
import { askToPersist } from '../runtime/device-facts.ts'
import { useWhoUnread } from '../runtime/kept-facts.ts'
import { useSchool, useSignedIn } from '../runtime/use-runtime.ts'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { TermMarksPage } from '../term-marks/term-marks-page.tsx'
import { TodayPage } from '../today/today-page.tsx'
import { TransferPage } from '../transfer/transfer-page.tsx'
import { readPart } from './address.ts'
import { Announcer } from './announcer.tsx'
import styles from './app.module.css'
import { Desk, deskPath, useDeskAhead } from './desk/desk.tsx'
import { Navigation } from './navigation.tsx'
import { OwnAnswers } from './own-answers.tsx'
import { PrintedHead } from './printed-head.tsx'
import { SendingWords } from './sending-words.tsx'
import { Strip } from './strip.tsx'
import { LastRead } from './trouble/last-read.tsx'
import { WhoUnread } from './trouble/who-unread.tsx'
import { useCounting } from './use-unsent.ts'

/** A deputy or a head who teaches nothing starts with the board. */
const homeOf = (who: SignedIn, school: School | null | undefined): string => {
  const teaches = school?.assignments.some((one) => one.teacher === who.person) ?? !who.board
  return who.board && !teaches ? '/board' : '/today'
}

const Screens = ({ who }: { who: SignedIn }) => {
  const school = useSchool()
  const home = homeOf(who, school)
  const [at] = useLocation()
  if (school) setNotation(notationOf(school))
  useShellKeys()
  useCounting(who.person)
  useNotingPlace()
  useDeskAhead(who.board)
  useEffect(() => void askToPersist(), [])
  return (
    <Frame
      strip={<Strip who={who} />}
      nav={<Navigation who={who} />}
      skip={frameWords.toContent}
      printed={<PrintedHead />}
    >
      <Announcer />
      <SendingWords />
      <HelpDialog board={who.board} />
      <ReminderWatch who={who} />
      <LastRead at={at}>
        {(shown) => (
          <Switch location={shown}>
            <Route path="/today/:date?">
              {({ date }) => (
                <>
                  <FirstGuide who={who} />
                  <TodayPage who={who} date={date && isDate(date) ? date : null} />
                </>
              )}
            </Route>
            <Route path="/lesson/:id">
              {({ id }) => <LessonPage key={id} who={who} lessonId={readPart(id)} />}
            </Route>
            <Route path="/outbox">
              <OutboxPage who={who} />
            </Route>
            <Route path="/conflicts/:key?">
              {({ key }) => <ConflictsPage who={who} chosen={key ? readPart(key) : null} />}
            </Route>
            <Route path="/transfer">
              <TransferPage who={who} />
            </Route>
            <Route path="/provisional">
              <ProvisionalPage who={who} />
            </Route>
            <Route path="/terms">
              <TermMarksPage who={who} />
            </Route>
            <Route path="/documents">
              <AbsencePage who={who} />
            </Route>
            <Route path={deskPath}>
              {who.board ? <Desk {...{ who, home }} at={shown} /> : <Redirect to="/today" />}
            </Route>
            <Route path="/sign-in">
              <SignInPage />
            </Route>
            <Route>
              <Redirect to={home} replace />
            </Route>
          </Switch>
        )}
      </LastRead>
      <div className={styles.update}>
        <UpdatePrompt who={who} />
      </div>
    </Frame>
  )
}

export const App = () => {
  const who = useSignedIn()
  if (useWhoUnread()) return <WhoUnread />
  if (who === undefined) return null
  // Another person's screens begin anew: nothing that one of them was told stays for the next.
  if (who !== null) {
    return (
      <OwnAnswers key={who.person}>
        <Screens who={who} />
      </OwnAnswers>
    )
  }
  return (
    <>
      <main className={styles.alone}>
        <SignInPage />
      </main>
      <HelpDialog board={false} />
    </>
  )
}
