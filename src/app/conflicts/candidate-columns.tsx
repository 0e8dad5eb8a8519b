// Theirs, what the person saw, the own one: side by side, each with who, when and where.
import { useLiveQuery } from 'dexie-react-hooks'
import type { ReportedCandidate } from '../../domain/cell-report.ts'
import type { School } from '../../domain/school.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { staffName } from '../messages/entry-place.ts'
import { conflictWords } from '../messages/screens/conflict-card.ts'
import { aisAuthorNote, deviceWords, isFromAis } from '../messages/screens/conflicts.ts'
import { dateAndTime } from '../messages/time.ts'
import { valueText, valueWords } from '../messages/values.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import styles from './candidates.module.css'
import type { CardOrder } from './card-order.ts'

interface ColumnsProps {
  order: CardOrder
  school: School
  person: string
}

const Value = ({ text, words }: { text: string; words: string | null }) => (
  <p className={styles.value} data-long={text.length > 12}>
    <span>{text}</span> {words && <small>{words}</small>}
  </p>
)

const titleOf = (candidate: ReportedCandidate, isOwn: boolean, person: string): string => {
  if (isFromAis(candidate)) return conflictWords.nowInAis
  if (isOwn) return conflictWords.yours
  if (candidate.entries.length === 0) return conflictWords.wasInCell
  return candidate.entries.some((one) => one.author === person)
    ? conflictWords.yoursElsewhere
    : conflictWords.colleague
}

export const CandidateColumn = ({ candidate, text, school, zone, person, isOwn }: ColumnProps) => {
  const { device } = useRuntime()
  const fromAis = isFromAis(candidate)
  return (
    <div className={styles.column}>
      <h3>
        <Glyph name={fromAis ? 'aisOther' : isOwn ? 'accepted' : 'conflict'} size={16} />{' '}
        {titleOf(candidate, isOwn, person)}
      </h3>
      <Value
        text={text ?? valueText(candidate.value)}
        words={text === undefined ? valueWords(candidate.value) : null}
      />
      {candidate.entries.length === 0 && <small>{conflictWords.nobodyWrote}</small>}
      {candidate.entries.map((one) => (
        <small key={one.entry}>
          <b>{one.source === 'ais' ? conflictWords.authorUnknown : staffName(school, one.author)}</b>
          <br />
          {[dateAndTime(one.recordedAt, zone), deviceWords(one.device, device)].filter(Boolean).join(', ')}
        </small>
      ))}
      {fromAis && <small>{aisAuthorNote}</small>}
    </div>
  )
}

interface ColumnProps {
  candidate: ReportedCandidate
  /** Said instead of the value, where this build does not know its kind. */
  text?: string
  school: School | null
  zone: string
  person: string
  isOwn: boolean
}

/** What the author of the own entry saw in the cell; only the tablet it was made on knows. */
const Seen = ({ own, school }: { own: ReportedCandidate; school: School }) => {
  const { db } = useRuntime()
  const ids = own.entries.map((one) => one.entry)
  const row = useLiveQuery(
    async () => (await db.log.where('id').anyOf(ids).first()) ?? null,
    [db, ids.join()],
  )
  if (row === undefined) return null
  return (
    <div className={styles.column} data-seen="true">
      <h3>{conflictWords.youSaw}</h3>
      {row ? (
        <>
          <Value text={valueText(row.entry.saw)} words={valueWords(row.entry.saw)} />
          <small>
            {conflictWords.whenRecorded}
            <br />
            {dateAndTime(row.entry.recordedAt, school.zone)}
          </small>
        </>
      ) : (
        <small>{conflictWords.seenElsewhere}</small>
      )}
    </div>
  )
}

export const CandidateColumns = ({ order, school, person }: ColumnsProps) => (
  <div className={styles.columns}>
    {order.shown
      .filter((one) => one !== order.own)
      .map((candidate) => (
        <CandidateColumn
          key={candidate.entries[0]?.entry ?? 'blank'}
          isOwn={false}
          zone={school.zone}
          {...{ candidate, school, person }}
        />
      ))}
    {order.own && (
      <>
        <Seen own={order.own} school={school} />
        <CandidateColumn candidate={order.own} isOwn zone={school.zone} {...{ school, person }} />
      </>
    )}
  </div>
)
