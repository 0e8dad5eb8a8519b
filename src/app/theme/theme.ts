// Light, dark, or as the system: this tablet's choice, kept on it. Not a fact of the journal, so not in its memory.
import { create } from 'zustand'
import { keepPreference, readPreference } from '../shell/preference.ts'

const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const name = 'theme'

const show = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** A browser that keeps nothing still shows the choice until it is closed. */
const kept = (): Theme => readPreference(name, themes, 'system')

interface ThemeChoice {
  theme: Theme
  choose(theme: Theme): void
}

export const useTheme = create<ThemeChoice>((set) => ({
  theme: kept(),
  choose: (theme) => {
    show(theme)
    keepPreference(name, theme)
    set({ theme })
  },
}))

/** Before the first screen is drawn; another tab's choice comes by itself. */
export const showKeptTheme = (): void => {
  show(useTheme.getState().theme)
  addEventListener('storage', (event) => {
    if (event.key !== name) return
    show(kept())
    useTheme.setState({ theme: kept() })
  })
}
