// The help over the screen it was asked on: this screen, the signs, the keys, the guide, the tablet. All of it offline.
import { BookOpen, CircleHelp, Keyboard, Shapes, Tablet } from 'lucide-react'
import { useLocation } from 'wouter'
import { Segments } from '../../ui/segments.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { screenHelp } from '../messages/help/screen-help.ts'
import { ThemeSwitch } from '../theme/theme-switch.tsx'
import { Guide } from './guide.tsx'
import styles from './help.module.css'
import { type HelpPart, useHelp } from './help-state.ts'
import { KeyGroups } from './key-groups.tsx'
import { Readiness } from './readiness.tsx'
import { StateLegend } from './state-legend.tsx'

const icon = { size: 18, 'aria-hidden': true } as const
const parts: readonly { value: HelpPart; label: string; icon: React.ReactNode }[] = [
  { value: 'screen', label: 'Этот экран', icon: <CircleHelp {...icon} /> },
  { value: 'signs', label: 'Знаки', icon: <Shapes {...icon} /> },
  { value: 'keys', label: 'Клавиши', icon: <Keyboard {...icon} /> },
  { value: 'guide', label: 'Начало', icon: <BookOpen {...icon} /> },
  { value: 'tablet', label: 'Планшет', icon: <Tablet {...icon} /> },
]

const ThisScreen = ({ path }: { path: string }) => {
  const { title, lines } = screenHelp(path)
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

const ThisTablet = () => (
  <>
    <h3 className={styles.title}>Готовность</h3>
    <Readiness />
    <h3 className={styles.title}>Вид</h3>
    <ThemeSwitch />
  </>
)

export const HelpDialog = ({ board }: { board: boolean }) => {
  const { part, open, close } = useHelp()
  const [path] = useLocation()
  if (part === null) return null
  return (
    <Sheet title="Справка" close="Закрыть справку" onClose={close}>
      <div className={styles.parts}>
        <Segments wordsBelow label="Части справки" choices={parts} value={part} onChoose={open} />
      </div>
      {part === 'screen' && <ThisScreen path={path} />}
      {part === 'signs' && <StateLegend />}
      {part === 'keys' && <KeyGroups />}
      {part === 'guide' && <Guide board={board} done="Закрыть" onDone={close} />}
      {part === 'tablet' && <ThisTablet />}
    </Sheet>
  )
}
