// The way from the board down to a lesson.
import { Link } from 'wouter'
import type { LessonPlace } from '../../contract/protocol.ts'
import { placeWords } from '../messages/board.ts'

export const LessonLink = ({ id, place }: { id: string; place: LessonPlace }) => (
  <Link href={`/board/lesson/${encodeURIComponent(id)}`} className="target">
    {placeWords(place)}
  </Link>
)
