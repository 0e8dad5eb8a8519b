// The choice between light, dark and the system's own.
import { Monitor, Moon, Sun } from 'lucide-react'
import { Segments } from '../../ui/segments.tsx'
import { type Theme, useTheme } from './theme.ts'

const choices: readonly { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'system', label: 'Как в системе', icon: <Monitor size={18} aria-hidden="true" /> },
  { value: 'light', label: 'Светлый', icon: <Sun size={18} aria-hidden="true" /> },
  { value: 'dark', label: 'Тёмный', icon: <Moon size={18} aria-hidden="true" /> },
]

export const ThemeSwitch = () => {
  const { theme, choose } = useTheme()
  return <Segments wordsBelow label="Вид" choices={choices} value={theme} onChoose={choose} />
}
