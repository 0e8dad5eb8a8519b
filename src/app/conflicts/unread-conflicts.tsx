// Disagreements of a kind that this build does not know: every value, who decides, and nothing to press by mistake.
import { readStrangeConflict } from '../../contract/read-unread.ts'
import type { School } from '../../domain/school.ts'
import type { UnreadRow } from '../../store/database.ts'
import { Panel } from '../../ui/panel.tsx'
import { placeOfCell } from '../messages/entry-place.ts'
import { strangeValueText, unreadConflict } from '../messages/unread.ts'
import { CandidateColumn } from './candidate-columns.tsx'
import candidateStyles from './candidates.module.css'
import styles from './conflicts.module.css'

interface UnreadProps {
  school: School | null
  person: string
}

const Values = ({ raw, school, person }: UnreadProps & { raw: string }) => {
  const strange = readStrangeConflict(raw)
  if (strange === null) return null
  const { lesson, pupil, candidates } = strange
  const place =
    lesson === null ? null : placeOfCell(school, { kind: 'attendance', lesson, pupil: pupil ?? '' })
  return (
    <>
      {place && <h2>{[pupil !== null && place.pupil, place.lesson].filter(Boolean).join(' · ')}</h2>}
      <div className={candidateStyles.columns}>
        {candidates.map(({ value, entries }, at) => (
          <CandidateColumn
            key={entries[0]?.entry ?? `blank ${at}`}
            candidate={{ value: null, entries }}
            text={strangeValueText(value)}
            isOwn={entries.some((one) => one.author === person && one.source !== 'ais')}
            zone={school?.zone ?? 'UTC'}
            {...{ school, person }}
          />
        ))}
      </div>
    </>
  )
}

export const UnreadConflicts = ({ list, ...rest }: UnreadProps & { list: readonly UnreadRow[] }) =>
  list.map(({ key, raw }) => (
    <section key={key} className={styles.card} aria-label={unreadConflict.title}>
      <Panel tone="warn" title={unreadConflict.title}>
        {unreadConflict.text}
      </Panel>
      <Values raw={raw} {...rest} />
    </section>
  ))
