// The words beside the three lamps of the strip.
import type { HubReach } from '../../sync/status.ts'

export const hubNotes: Record<HubReach, string> = {
  unknown: 'проверяется',
  answers: 'отвечает',
  silent: 'не отвечает',
  portal: 'отвечает не он',
  busy: 'занят',
  full: 'кончилось место',
  updateNeeded: 'другой версии',
}

export const networkNotes = { answers: 'есть', silent: 'нет связи', unknown: 'проверяется' }

export const aisNotes = { up: 'доступна', down: 'недоступна' }

/** «не отвечает, был в 09:15»; `when` is null while it never answered. */
export const withLast = (note: string, verb: string, when: string | null): string =>
  `${note}, ${when === null ? 'нет сведений' : `${verb} ${when}`}`
