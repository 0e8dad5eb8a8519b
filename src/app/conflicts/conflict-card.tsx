// One disagreement: the values that stand, who wrote them and when, and a choice that is a new entry over all of them.
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { ReportedCandidate } from '../../domain/cell-report.ts'
import { maySettle } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import type { CellValue } from '../../domain/value.ts'
import type { CellView } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useActs, useAuthor } from '../lesson/use-lesson.ts'
import { placeOfCell, staffName } from '../messages/entry-place.ts'
import { dateAndTime } from '../messages/time.ts'
import { valueText } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import styles from './conflicts.module.css'

interface CardProps {
  who: SignedIn
  school: School
  view: CellView
}

const isOwn = (candidate: ReportedCandidate, person: string): boolean =>
  candidate.entries.some((one) => one.author === person)

/** What the author saw in the cell, where the entry was made on this tablet. */
const Seen = ({ candidate }: { candidate: ReportedCandidate }) => {
  const { db } = useRuntime()
  const ids = candidate.entries.map((one) => one.entry)
  const row = useLiveQuery(() => db.log.where('id').anyOf(ids).first(), [db, ids.join()])
  return row ? <small>Вы видели в клетке: {valueText(row.entry.saw)}</small> : null
}

const Candidate = ({
  candidate,
  person,
  school,
  device,
}: {
  candidate: ReportedCandidate
  person: string
  school: School
  device: string
}) => {
  const fromAis = candidate.entries.some((one) => one.source === 'ais')
  const title = fromAis ? 'Сейчас в АИС СРО' : isOwn(candidate, person) ? 'Ваша запись' : 'Запись коллеги'
  return (
    <div className={styles.candidate}>
      <h3>{title}</h3>
      <p className={styles.value}>{valueText(candidate.value)}</p>
      {candidate.entries.length === 0 && <small>клетка была пуста</small>}
      {candidate.entries.map((one) => (
        <small key={one.entry}>
          {staffName(school, one.author)}, {dateAndTime(one.recordedAt, school.zone)}
          {one.device !== null && (one.device === device ? ', этот планшет' : ', другой планшет')}
        </small>
      ))}
      <Seen candidate={candidate} />
      {fromAis && <small>АИС называет автора страницы, но не отдельной клетки.</small>}
    </div>
  )
}

const Choice = ({ no, value, onChoose }: { no: number; value: CellValue | null; onChoose(): void }) => (
  <Button onClick={onChoose} wide>
    <kbd className={styles.key}>{no}</kbd> Оставить «{valueText(value)}»
  </Button>
)

export const ConflictCard = ({ who, school, view }: CardProps) => {
  const { device } = useRuntime()
  const acts = useActs(useAuthor(who, school))
  const [chosen, setChosen] = useState<CellValue | null | undefined>(undefined)
  const place = placeOfCell(school, view.cell)
  const follows = view.candidates.flatMap((one) => one.entries.map((each) => each.entry))
  const may = maySettle(school, who.person, view.cell)
  const waitsForHub = view.state === 'queued'

  const choose = async (value: CellValue | null): Promise<void> => {
    const change = { cell: view.cell, value, saw: view.value, follows }
    const saved = await acts.act([change], `${place.pupil ?? place.what}: оставлено «${valueText(value)}»`)
    if (saved) setChosen(value)
  }
  const onKey = (event: React.KeyboardEvent): void => {
    const candidate = view.candidates[Number(event.key) - 1]
    if (candidate && may && !waitsForHub) void choose(candidate.value)
  }
  return (
    <section
      className={styles.card}
      onKeyDown={onKey}
      aria-label={`Расхождение: ${place.pupil ?? place.what}`}
    >
      <header>
        <h2>{place.pupil ?? place.what}</h2>
        <p>
          {place.lesson} · {place.what}
        </p>
      </header>
      {acts.trouble && <Panel tone="bad">{acts.trouble}</Panel>}
      <div className={styles.candidates}>
        {view.candidates.map((candidate) => (
          <Candidate
            key={valueText(candidate.value) + candidate.entries[0]?.entry}
            {...{ candidate, school, device }}
            person={who.person}
          />
        ))}
      </div>
      {waitsForHub || chosen !== undefined ? (
        <Panel
          tone="accent"
          title={`Выбрано: ${valueText(waitsForHub ? view.value : (chosen ?? null))}`}
          actions={waitsForHub && <Button onClick={() => void acts.undo()}>Отменить выбор</Button>}
        >
          Выбор сохранён на планшете и уйдёт на сервер школы. Остальные значения останутся в истории клетки.
        </Panel>
      ) : may ? (
        <div className={styles.choices}>
          {view.candidates.map((candidate, at) => (
            <Choice
              key={valueText(candidate.value) + candidate.entries[0]?.entry}
              no={at + 1}
              value={candidate.value}
              onChoose={() => void choose(candidate.value)}
            />
          ))}
        </div>
      ) : (
        <Panel>
          Выбирает тот, кто вправе заполнять эту клетку. Оба значения хранятся, в АИС СРО пока ничего не
          меняется.
        </Panel>
      )}
      <small className={styles.note}>
        Пока вы не выбрали, в АИС СРО эта клетка не переносится. Отложить можно: просто уйдите с экрана.
        Значения хранятся все и всегда.
      </small>
    </section>
  )
}
