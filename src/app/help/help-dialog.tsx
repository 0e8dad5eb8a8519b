// The help over the screen it was asked on: this screen, the signs, the keys, the guide, the tablet. All of it offline.
import { BookOpen, CircleHelp, Keyboard, Shapes, Tablet } from 'lucide-react'
import { useLocation } from 'wouter'
import { Segments } from '../../ui/segments.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { screenHelp } from '../messages/help/screen-help.ts'
import { helpWords } from '../messages/screens/help.ts'
import { ThemeSwitch } from '../theme/theme-switch.tsx'
import { Guide } from './guide.tsx'
import styles from './help.module.css'
import { type HelpPart, useHelp } from './help-state.ts'
import { KeyGroups } from './key-groups.tsx'
import { Readiness } from './readiness.tsx'
import { StateLegend } from './state-legend.tsx'

const icon = { size: 18, 'aria-hidden': true } as const
const parts: readonly { value: HelpPart; label: string; icon: React.ReactNode }[] = [
  { value: 'screen', label: helpWords.thisScreen, icon: <CircleHelp {...icon} /> },
  { value: 'signs', label: helpWords.signs, icon: <Shapes {...icon} /> },
  { value: 'keys', label: helpWords.keys, icon: <Keyboard {...icon} /> },
  { value: 'guide', label: helpWords.guide, icon: <BookOpen {...icon} /> },
  { value: 'tablet', label: helpWords.tablet, icon: <Tablet {...icon} /> },
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
    <h3 className={styles.title}>{helpWords.readiness}</h3>
    <Readiness />
    <h3 className={styles.title}>{helpWords.look}</h3>
    <ThemeSwitch />
  </>
)

export const HelpDialog = ({ board }: { board: boolean }) => {
  const { part, open, close } = useHelp()
  const [path] = useLocation()
  if (part === null) return null
  return (
    <Sheet title={helpWords.title} close={helpWords.closeLong} onClose={close}>
      <div className={styles.parts}>
        <Segments wordsBelow label={helpWords.parts} choices={parts} value={part} onChoose={open} />
      </div>
      {part === 'screen' && <ThisScreen path={path} />}
      {part === 'signs' && <StateLegend />}
      {part === 'keys' && <KeyGroups />}
      {part === 'guide' && <Guide board={board} done={helpWords.close} onDone={close} />}
      {part === 'tablet' && <ThisTablet />}
    </Sheet>
  )
}
