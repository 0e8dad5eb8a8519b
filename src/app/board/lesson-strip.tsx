// A teacher's timetabled lessons as signs, one place a period, so that the same hour stands under the same head.
import type { BoardAnswer, TeacherRow } from '../../contract/board-schema.ts'
import type { LessonSign } from '../../domain/control/lesson-sign.ts'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { signWords } from '../messages/board.ts'
import { boardListWords } from '../messages/screens/board/lists.ts'
import { shortDate } from '../messages/time.ts'
import styles from './strip.module.css'

type Day = BoardAnswer['days'][number]

export const signGlyph = (sign: LessonSign): GlyphName => {
  if (sign === 'missing') return 'none'
  return sign === 'going' || sign === 'ahead' ? 'notBegun' : sign
}

const periodsOf = ({ periods }: Day): number[] => Array.from({ length: periods }, (_, at) => at + 1)

export const StripHead = ({ day, today }: { day: Day; today: boolean }) => (
  <span className={styles.head}>
    <span className={styles.date}>
      {today ? boardListWords.today(shortDate(day.date)) : shortDate(day.date)}
    </span>
    <span className={styles.periods} aria-hidden="true">
      {periodsOf(day).map((period) => (
        <i key={period}>{period}</i>
      ))}
    </span>
  </span>
)

export const LessonStrip = ({ day, lessons }: { day: Day; lessons: TeacherRow['lessons'] }) => (
  <span className={styles.strip}>
    {periodsOf(day).map((period) => {
      const own = lessons.filter((one) => one.date === day.date && one.period === period)
      return (
        <i key={period} className={styles.place}>
          {own.map((one) => (
            <span key={one.id} data-sign={one.sign}>
              <Glyph
                name={signGlyph(one.sign)}
                size={14}
                title={boardListWords.stripLesson(shortDate(one.date), period, signWords[one.sign])}
              />
            </span>
          ))}
        </i>
      )
    })}
  </span>
)

const legend: readonly LessonSign[] = [
  'accepted',
  'carrying',
  'transferred',
  'verified',
  'conflict',
  'missing',
  'ahead',
  'apart',
]

export const StripLegend = () => (
  <ul className={styles.legend} aria-label={boardListWords.signs}>
    {legend.map((sign) => (
      <li key={sign} data-sign={sign}>
        <Glyph name={signGlyph(sign)} size={14} /> {signWords[sign]}
      </li>
    ))}
  </ul>
)
