// One disagreement: the values that stand, a sentence with its clause, and a choice that is a new entry over all of them.
import { Scale } from 'lucide-react'
import { type Ref, useEffect, useRef, useState } from 'react'
import { asksReason, maySettle } from '../../domain/role.ts'
import type { School } from '../../domain/school.ts'
import { groundFor } from '../../domain/settle/proposal.ts'
import { owesReason } from '../../domain/settle/unexplained.ts'
import type { CellValue } from '../../domain/value.ts'
import type { CellView } from '../../store/cell-view.ts'
import type { SignedIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { catchFocus } from '../../ui/lost-focus.ts'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { placeOfCell } from '../messages/entry-place.ts'
import { colleagueReasons } from '../messages/lesson/questions.ts'
import { conflictWords } from '../messages/screens/conflict-card.ts'
import { groundSentence } from '../messages/screens/conflicts.ts'
import { valueText } from '../messages/values.ts'
import { heard } from '../runtime/heard.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { announce } from '../shell/announcer.tsx'
import { CandidateColumns } from './candidate-columns.tsx'
import { orderCard } from './card-order.ts'
import { Choices } from './choices.tsx'
import { ChosenPanel } from './chosen-panel.tsx'
import styles from './conflicts.module.css'
import type { Half } from './half-made.ts'
import { useKept } from './kept-draft.ts'
import { OtherValue } from './other-value.tsx'
import { PupilDay } from './pupil-day.tsx'
import { useCardKeys } from './use-card-keys.ts'
import { useChoice } from './use-choice.ts'

interface CardProps {
  who: SignedIn
  school: School
  view: CellView
  /** «до чт 26.11 24:00, п. 3.2», or null. */
  term: string | null
  onLater(): void
}

const whyField = 'why-colleague'

interface WhyProps {
  reason: string
  ref: Ref<HTMLSelectElement>
  onChoose(reason: string): void
}

/** A class teacher says why a colleague's value is changed (п. 4.4), by a fixed list: no free note about a pupil. */
const Why = ({ reason, ref, onChoose }: WhyProps) => (
  <SelectField
    ref={ref}
    id={whyField}
    label={conflictWords.whyColleague}
    {...(reason === '' && { note: conflictWords.whyFirst })}
    choices={colleagueReasons}
    value={reason}
    onChoose={onChoose}
  />
)

export const ConflictCard = ({ who, school, view, term, onLater }: CardProps) => {
  const { device } = useRuntime()
  const { person } = who
  const choosing = useChoice(who, school, view)
  const other = useKept<Half>('other', person, view.key)
  const why = useKept<string>('why', person, view.key)
  const [anew, setAnew] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const whyRef = useRef<HTMLSelectElement>(null)
  const place = placeOfCell(school, view.cell)
  const may = maySettle(school, person, view.cell)
  const order = orderCard(view.candidates, person, device)
  const ground = groundFor(school, view.cell, view.candidates)
  const usual = ground.kind === 'clause' ? (view.candidates[ground.candidate] ?? null) : null
  const stood = view.candidates.flatMap(({ value, entries }) =>
    entries.map(({ author }) => ({ author, value })),
  )
  const owesWhy = (value: CellValue | null): boolean =>
    owesReason(stood, value, (authors) => asksReason(school, person, view.cell, authors))
  const asksWhy = view.candidates.some((one) => owesWhy(one.value))
  const lacksWhy = (value: CellValue | null): boolean => !why.kept && owesWhy(value)
  const isOpen = may && choosing.ready && !choosing.chosen && (anew || !choosing.waits)

  const choose = async (value: CellValue | null): Promise<void> => {
    if (lacksWhy(value)) {
      announce(conflictWords.whyFirst)
      return whyRef.current?.focus()
    }
    setAnew(false)
    await choosing.choose(value, owesWhy(value) ? (why.kept ?? '') : '')
  }
  useCardKeys({
    onDigit: (n) => {
      const candidate = order.shown[n - 1]
      if (isOpen && candidate) heard(choose(candidate.value))
    },
    onLater,
    onUndo: () => {
      if (choosing.chosen) heard(choosing.takeBack())
    },
  })
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was pressed goes when the choice opens or ends
  useEffect(() => catchFocus(heading.current), [isOpen])
  return (
    <section className={styles.card} aria-label={conflictWords.label(place.pupil ?? place.what)}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {place.pupil ?? place.what}
        </h2>
        <p>
          {place.lesson} · {place.what}
        </p>
      </header>
      {choosing.trouble && <Panel tone="bad">{choosing.trouble}</Panel>}
      {choosing.overtaken && !choosing.waits && <Panel tone="warn">{conflictWords.anotherValueCame}</Panel>}
      <CandidateColumns {...{ order, school, person }} />
      <div className={styles.ground}>
        <Scale aria-hidden="true" />
        <p>
          {groundSentence(ground, {
            ...{ school, person, kind: view.cell.kind },
            usual: usual && valueText(usual.value),
          })}
        </p>
      </div>
      <PupilDay {...{ school, person }} cell={view.cell} />
      {!may && <Panel>{conflictWords.notYours(view.cell.kind === 'termMark')}</Panel>}
      {may && !isOpen && <ChosenPanel {...{ choosing, view }} onAnew={() => setAnew(true)} />}
      {isOpen && (
        <>
          {asksWhy && (
            <Why ref={whyRef} reason={why.kept ?? ''} onChoose={(reason) => heard(why.keep(reason))} />
          )}
          <Choices
            shown={order.shown}
            {...{ usual, ground, person }}
            lacksWhy={lacksWhy}
            whyNote={`${whyField}-note`}
            onChoose={(value) => heard(choose(value))}
          />
        </>
      )}
      <footer className={styles.foot}>
        <Button onClick={onLater}>{conflictWords.later}</Button>
        {isOpen && (
          <Button
            kind="quiet"
            aria-expanded={Boolean(other.kept)}
            onClick={() => heard(other.kept ? other.drop() : other.keep({}))}
          >
            {conflictWords.otherValue}
          </Button>
        )}
        <small>
          {term && conflictWords.resolveBy(term)}
          {conflictWords.untilChosen}
        </small>
      </footer>
      {isOpen && other.kept && (
        <OtherValue
          {...{ school }}
          cell={view.cell}
          kept={other.kept}
          onKeep={(half) => heard(other.keep(half))}
          lacksWhy={lacksWhy}
          onChoose={(value) => heard(choose(value))}
        />
      )}
    </section>
  )
}
