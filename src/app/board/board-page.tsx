// «Сводка»: whom to call, what waits where, how long is left (п. 3.2). Online by nature; it says how old it is.
import type { BoardAnswer } from '../../contract/board-schema.ts'
import { dateAt } from '../../domain/time.ts'
import type { SignedIn } from '../../store/device.ts'
import { Panel } from '../../ui/panel.tsx'
import { hubSentence } from '../messages/problems.ts'
import { boardHeadWords } from '../messages/screens/board/head.ts'
import { clockTime, dateAndTime, span } from '../messages/time.ts'
import { useNow, useSchool } from '../runtime/use-runtime.ts'
import { useAnnounced } from '../shell/announcer.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { TermWeekPanel } from '../today/term-week-panel.tsx'
import { BacklogOverTime } from './backlog-over-time.tsx'
import styles from './board.module.css'
import { OutageHead, Totals } from './board-head.tsx'
import { ClassTable } from './class-table.tsx'
import { ConflictPicks } from './conflict-picks.tsx'
import { boardSheets } from './export/board-sheet.ts'
import { ExportBar } from './export/export-bar.tsx'
import { PrintedBoard } from './export/printed-board.tsx'
import { Incidents } from './incidents.tsx'
import { Lateness } from './lateness.tsx'
import { LeftOutOfAis } from './left-out.tsx'
import { Stuck, Unmarked } from './open-lessons.tsx'
import { RestoredPanel } from './restored-panel.tsx'
import { Absent, Outages, Places, Substitutions } from './side-panels.tsx'
import { TeacherTable } from './teacher-table.tsx'
import { useBoard } from './use-board.ts'

/** After so long without news of the hub the board's age stands above everything. */
const oldMs = 5 * 60_000

const Age = ({ board }: { board: BoardAnswer }) => {
  const now = useNow(5_000)
  const ageMs = Date.parse(now) - Date.parse(board.serverTime)
  const at = dateAndTime(board.serverTime, board.zone)
  useAnnounced(ageMs < oldMs ? null : boardHeadWords.silentAsOf(at))
  if (ageMs < oldMs) return null
  return (
    <Panel tone="warn" title={boardHeadWords.silentTitle(span(ageMs))}>
      {boardHeadWords.silent(at)}
    </Panel>
  )
}

const Loaded = ({ who, board }: { who: SignedIn; board: BoardAnswer }) => {
  const school = useSchool()
  const { conflicts, zone } = board
  const time = clockTime(board.serverTime, zone)
  return (
    <>
      <div className={`${styles.page} ${styles.screen}`}>
        <Age board={board} />
        <RestoredPanel board={board} />
        <header className={styles.title}>
          <h1>{boardHeadWords.asOf(time)}</h1>
          <ExportBar
            prints={[{ label: boardHeadWords.asOf(time), print: () => window.print() }]}
            name={`svodka-${dateAt(board.serverTime, zone)}-${time.replace(':', '-')}`}
            sheets={() => boardSheets(board)}
          />
        </header>
        <TermWeekPanel alerts={board.alerts ?? []} zone={zone} />
        <OutageHead board={board} />
        <Totals board={board} />
        <div className={styles.columns}>
          <div className={styles.column}>
            <TeacherTable board={board} />
            {school && conflicts.length > 0 && <ConflictPicks {...{ who, school, conflicts, zone }} />}
            <Stuck board={board} />
            <LeftOutOfAis board={board} />
            <Unmarked board={board} />
            <Incidents board={board} />
          </div>
          <div className={styles.column}>
            <Places board={board} />
            <BacklogOverTime />
            <ClassTable board={board} />
            <Lateness board={board} />
            <Absent board={board} />
            <Substitutions board={board} />
            <Outages board={board} />
          </div>
        </div>
      </div>
      <PrintedBoard board={board} />
    </>
  )
}

export const BoardPage = ({ who }: { who: SignedIn }) => {
  const data = useBoard()
  if (!data) return <Waiting title={boardHeadWords.title} />
  if (data.kind === 'ok') return <Loaded who={who} board={data.value} />
  return (
    <div className={styles.page}>
      <h1>{boardHeadWords.title}</h1>
      <Panel tone="warn" title={boardHeadWords.unavailable}>
        {hubSentence(data)}
      </Panel>
    </div>
  )
}
