// Light, dark, or as the system: this tablet's choice, kept on it. Not a fact of the journal, so not in its memory.
import { create } from 'zustand'

export type Theme = 'system' | 'light' | 'dark'

const name = 'theme'
const known: readonly string[] = ['light', 'dark']

const show = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** A browser that keeps nothing still shows the choice until it is closed. */
const kept = (): Theme => {
  try {
    const value = localStorage.getItem(name) ?? ''
    return known.includes(value) ? (value as Theme) : 'system'
  } catch {
    return 'system'
  }
}

const keep = (theme: Theme): void => {
  try {
    localStorage.setItem(name, theme)
  } catch {
    // Without site storage the next start follows the system again.
  }
}

interface ThemeChoice {
  theme: Theme
  choose(theme: Theme): void
}

export const useTheme = create<ThemeChoice>((set) => ({
  theme: kept(),
  choose: (theme) => {
    show(theme)
    keep(theme)
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
