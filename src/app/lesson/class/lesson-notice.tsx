// The timetable has changed this lesson, perhaps while it was open: said in its head, and once in a whole sentence.
import { useEffect } from 'react'
import { isTaughtRemotely, type Lesson } from '../../../domain/lesson.ts'
import type { School } from '../../../domain/school.ts'
import {
  classListWords,
  closedSentence,
  closedWord,
  movedSentence,
  remoteSentence,
  remoteWord,
} from '../../messages/lesson/class.ts'
import { shortDate } from '../../messages/time.ts'
import { announce } from '../../shell/announcer.tsx'
import styles from '../lesson.module.css'

/** A lesson's id ends with its first date, and its slot has its first number. */
const movedFrom = (school: School, lesson: Lesson): string | null => {
  const moved = school.changes?.some((one) => one.kind === 'moved' && one.lesson === lesson.id) ?? false
  if (!moved) return null
  const at = lesson.id.lastIndexOf('@')
  const slot = school.timetable.find((one) => one.id === lesson.id.slice(0, at))
  return classListWords.onDay(shortDate(lesson.id.slice(at + 1)), slot?.period ?? lesson.period)
}

export const noticeOf = (school: School, lesson: Lesson): { word: string; sentence: string } | null => {
  if (lesson.closed) return { word: closedWord(lesson.closed), sentence: closedSentence(lesson.closed) }
  const from = movedFrom(school, lesson)
  if (from === null)
    return isTaughtRemotely(school, lesson) ? { word: remoteWord, sentence: remoteSentence } : null
  const to = classListWords.onDay(shortDate(lesson.date), lesson.period)
  return { word: classListWords.movedFrom(from), sentence: movedSentence(from, to) }
}

/** The word in the head. */
export const LessonNotice = ({ school, lesson }: { school: School; lesson: Lesson }) => {
  const notice = noticeOf(school, lesson)
  const sentence = notice?.sentence
  useEffect(() => {
    if (sentence) announce(sentence)
  }, [sentence])
  return notice && <strong className={styles.notice}>{notice.word}</strong>
}
