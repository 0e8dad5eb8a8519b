// The choice between light, dark and the system's own.
import { Monitor, Moon, Sun } from 'lucide-react'
import { Segments } from '../../ui/segments.tsx'
import { themeWords } from '../messages/screens/settings.ts'
import { type Theme, useTheme } from './theme.ts'

const choices: readonly { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'system', label: themeWords.system, icon: <Monitor size={18} aria-hidden="true" /> },
  { value: 'light', label: themeWords.light, icon: <Sun size={18} aria-hidden="true" /> },
  { value: 'dark', label: themeWords.dark, icon: <Moon size={18} aria-hidden="true" /> },
]

export const ThemeSwitch = () => {
  const { theme, choose } = useTheme()
  return <Segments wordsBelow label={themeWords.title} choices={choices} value={theme} onChoose={choose} />
}
