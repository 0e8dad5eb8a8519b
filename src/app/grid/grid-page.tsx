// «Урок», the grid: the last lessons of the subject and today's columns, walked and written by keyboard.
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { formerLessons } from '../../domain/calendar/former-lessons.ts'
import { cellKey } from '../../domain/cell.ts'
import type { Lesson } from '../../domain/lesson.ts'
import { mayWrite } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { cellTables, readCellsOf, sameViews } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import { EmptyState } from '../../ui/panel.tsx'
import { QuestionDialog } from '../lesson/ask/question-dialog.tsx'
import { AddPupil } from '../lesson/class/add-pupil.tsx'
import { HomeworkField } from '../lesson/facts/homework-field.tsx'
import { TopicField } from '../lesson/facts/topic-field.tsx'
import type { CellViews } from '../lesson/lesson-cells.ts'
import { ReadOnly } from '../lesson/panel/read-only.tsx'
import { Troubles } from '../lesson/panel/troubles.tsx'
import { ActsBar } from '../lesson/panel/undo-bar.tsx'
import { notBegunSentence, notBegunTitle } from '../messages/lesson/class.ts'
import { gridWords } from '../messages/lesson/grid.ts'
import { useByNow, useRuntime } from '../runtime/use-runtime.ts'
import { useTables } from '../runtime/use-tables.ts'
import { BulkPreview } from './bulk/bulk-preview.tsx'
import { useBulk } from './bulk/use-bulk.ts'
import { useWholeClass } from './bulk/use-whole-class.tsx'
import styles from './grid.module.css'
import { gridColumns } from './grid-columns.ts'
import { createGridFocus } from './grid-focus.ts'
import { chosen, type GridModel } from './grid-model.ts'
import { GridTable } from './grid-table.tsx'
import { serialActs } from './serial-acts.ts'
import { ChosenPanel } from './side/chosen-panel.tsx'
import { GridFinish } from './side/grid-finish.tsx'
import { GridWorks } from './side/grid-works.tsx'
import { KeyList } from './side/key-list.tsx'
import { Legend } from './side/legend.tsx'
import { type Grid, useGrid } from './use-grid.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { focusSwitch } from './view-switch.tsx'

const formerCount = 8

interface GridPageProps {
  who: SignedIn
  school: School
  lesson: Lesson
  head: ReactNode
}

/** What stands on the grid; made anew only when its columns or its class change. */
const useModel = (
  { who, school, lesson }: GridPageProps,
  { cells, facts, pupils, rows }: Grid,
  former: Lesson[],
) => {
  const [focus] = useState(createGridFocus)
  return useMemo((): GridModel | null => {
    if (!facts) return null
    const columns = gridColumns(former, facts)
    return { school, lesson, person: who.person, pupils, rows, columns, cells, focus }
  }, [facts, school, lesson, former, who.person, pupils, rows, cells, focus])
}

const Loaded = ({ model, grid, past }: { model: GridModel; grid: Grid; past: CellViews }) => {
  const { school, lesson, pupils, cells, focus } = model
  const { writer, facts } = grid
  const begun = useByNow((now) => now >= lesson.begins)
  const notBegun = useByNow((now) => notBegunTitle(lesson, school.zone, now))
  const acts = serialActs(grid.acts, writer, cells)
  const [shown, setShown] = useState({ history: false, keys: false })
  const toggle = (part: keyof typeof shown): void => setShown((was) => ({ ...was, [part]: !was[part] }))
  const bulk = useBulk(model, grid, begun)
  const whole = useWholeClass(model, acts)
  const keys = useGridKeys({
    ...{ model, writer, begun },
    refuse: grid.ports.refuse,
    openConflict: grid.ports.openConflict,
    clearSelected: bulk.clear,
    toggleHistory: () => toggle('history'),
    toggleKeys: () => toggle('keys'),
    leave: focusSwitch,
  })
  const asking = acts.asked !== null
  useEffect(() => {
    // An answered question gives the keyboard back to the cell, unless it was asked from elsewhere.
    if (!asking) return
    return () => {
      if (document.activeElement === document.body) focus.go(focus.at())
    }
  }, [asking, focus])
  const pick = (): void => {
    keys.moved()
    const cell = chosen(model)?.cell
    const view = cell && cells.get(cellKey(cell))
    if (view?.state === 'conflict') grid.ports.openConflict(view.key)
  }
  const teaches = mayWrite(school, model.person, { kind: 'topic', lesson: lesson.id }).ok
  const views = facts ?? new Map()
  return (
    <div className={styles.body}>
      <div className={styles.main}>
        <GridTable
          {...{ model, past }}
          plannedFor={whole.plannedFor}
          onKeyDown={whole.panel ? whole.onKeyDown(keys.run) : keys.onKeyDown}
          onPick={whole.panel ? whole.toggleChosen : pick}
        />
        <Legend cells={cells} />
      </div>
      <aside className={styles.side} aria-label={gridWords.side}>
        {whole.panel ??
          (bulk.open ? (
            <BulkPreview {...bulk.open} onWrite={bulk.confirm} onClose={bulk.close} />
          ) : (
            <ChosenPanel
              {...{ model, acts }}
              history={shown.history}
              onHistory={() => toggle('history')}
              onCommand={keys.run}
            />
          ))}
        <ActsBar {...{ acts }} refused={grid.notice} />
        {!teaches && <ReadOnly {...{ school, lesson }} />}
        {teaches && (
          <>
            {begun ? (
              <GridFinish
                {...{ school, lesson, pupils, cells, writer }}
                person={model.person}
                onWholeClass={whole.open}
              />
            ) : (
              <EmptyState title={notBegun}>{notBegunSentence}</EmptyState>
            )}
            <div className={styles.facts}>
              <TopicField {...{ school, lesson, views, acts }} />
              <HomeworkField {...{ school, lesson, views, acts }} />
              <GridWorks {...{ lesson, cells, acts }} />
              {begun && <AddPupil {...{ lesson, views, pupils, acts }} />}
            </div>
          </>
        )}
        <KeyList shown={shown.keys} onToggle={() => toggle('keys')} />
      </aside>
      <QuestionDialog asked={acts.asked} pupils={pupils} />
    </div>
  )
}

export const GridPage = (props: GridPageProps) => {
  const { who, school, lesson, head } = props
  const { db } = useRuntime()
  const grid = useGrid(who, school, lesson)
  const former = useMemo(() => formerLessons(school, lesson, formerCount), [school, lesson])
  const { log } = grid
  const past = useTables(
    () => {
      const ids = former.map((one) => one.id)
      return readCellsOf(db, ids, log)
    },
    cellTables,
    [db, former, log],
    { calmly: true, same: sameViews, ownToo: false },
  )
  const model = useModel(props, grid, former)
  return (
    <div className={styles.page}>
      {head}
      <Troubles {...grid.acts} />
      {model && past && <Loaded {...{ model, grid, past }} />}
    </div>
  )
}
