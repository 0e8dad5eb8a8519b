// «Готовность»: what this browser gives the journal, each fact measured now.
import { Check, CircleHelp, Minus } from 'lucide-react'
import { useEffect } from 'react'
import { type DeviceFacts, readinessLines, verdictWords } from '../messages/help/readiness.ts'
import { isSpaceLow, persistSentence, spaceSentence } from '../messages/memory.ts'
import { helpWords } from '../messages/screens/help.ts'
import { measureStorage } from '../runtime/device-facts.ts'
import { useMemoryState } from '../runtime/memory-state.ts'
import styles from './help.module.css'

const installState = (): DeviceFacts['install'] => {
  if (matchMedia('(display-mode: standalone)').matches) return 'installed'
  return 'onbeforeinstallprompt' in window ? 'offered' : 'byHand'
}

const signs = { yes: Check, no: Minus, unknown: CircleHelp } as const

export const Readiness = () => {
  const { copies, persisted, freeBytes } = useMemoryState()
  useEffect(() => void measureStorage(), [])
  const workers = 'serviceWorker' in navigator
  const offlineStart = workers && navigator.serviceWorker.controller !== null
  const lines = readinessLines(
    { offlineStart, workers, copies, persisted, freeBytes, install: installState() },
    persistSentence(persisted),
    spaceSentence(freeBytes),
    isSpaceLow(freeBytes),
  )
  return (
    <ul className={styles.ready} aria-label={helpWords.readinessLabel}>
      {lines.map(({ verdict, words }) => {
        const Sign = signs[verdict]
        return (
          <li key={words} data-verdict={verdict}>
            <span className={styles.verdict}>
              <Sign size={18} aria-hidden="true" /> {verdictWords[verdict]}
            </span>
            <span>{words}</span>
          </li>
        )
      })}
    </ul>
  )
}
