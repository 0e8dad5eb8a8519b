// Beside a name: why the pupil differs from the others, by a sign and in words.
import { BookUser, CircleSlash, House, Laptop, type LucideIcon } from 'lucide-react'
import type { Standing } from '../../../domain/pupils/standing.ts'
import type { ClassRow } from './class-rows.ts'
import styles from './pupil-note.module.css'

const signs: Record<Standing, LucideIcon> = {
  exempt: CircleSlash,
  homeSchooled: House,
  remote: Laptop,
  individualPlan: BookUser,
}

export const PupilNote = ({ row, className }: { row: ClassRow; className?: string | undefined }) => {
  if (!row.note) return null
  return (
    <small className={className}>
      {row.standings?.map((one) => {
        const Sign = signs[one]
        return <Sign key={one} aria-hidden="true" size={12} className={styles.sign} />
      })}
      {row.note}
    </small>
  )
}
