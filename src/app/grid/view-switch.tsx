// Список, Сетка, Карточки: three views of the same cells. The choice is this device's own.
import { List, RectangleVertical, Table2 } from 'lucide-react'
import { Segments } from '../../ui/segments.tsx'
import { keyWords } from '../messages/lesson/keys.ts'
import { keepPreference, readPreference } from '../shell/preference.ts'

const views = ['list', 'grid', 'cards'] as const
export type LessonView = (typeof views)[number]

const kept = 'lessonView'

/** A browser that keeps nothing for a page begins with the list. */
export const readView = (): LessonView => readPreference(kept, views, 'list')

export const keepView = (view: LessonView): void => keepPreference(kept, view)

const choices = [
  { value: 'list', label: keyWords.list, icon: <List size={20} aria-hidden="true" /> },
  { value: 'grid', label: keyWords.grid, icon: <Table2 size={20} aria-hidden="true" /> },
  { value: 'cards', label: keyWords.cards, icon: <RectangleVertical size={20} aria-hidden="true" /> },
] as const

const label = keyWords.viewLabel

/** Where Esc in a view leads: the way to the other views. */
export const focusSwitch = (): void =>
  document.querySelector<HTMLElement>(`[aria-label="${label}"] [aria-pressed="true"]`)?.focus()

export const ViewSwitch = ({ view, onChoose }: { view: LessonView; onChoose(view: LessonView): void }) => (
  <Segments label={label} choices={choices} value={view} onChoose={onChoose} />
)
