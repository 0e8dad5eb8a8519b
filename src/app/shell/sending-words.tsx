// Says once what went to the hub: «Отправлено 26, не отправлено 0». A run of batches is one sentence.
import { useEffect, useRef } from 'react'
import { frameWords } from '../messages/screens/shell/frame.ts'
import { announce } from './announcer.tsx'
import { useCount } from './use-unsent.ts'

const settledMs = 2_000

export const SendingWords = () => {
  const unsent = useCount('unsent')
  const before = useRef(unsent)
  const sent = useRef(0)
  useEffect(() => {
    sent.current += Math.max(0, before.current - unsent)
    before.current = unsent
    if (sent.current === 0) return
    const timer = setTimeout(() => {
      announce(frameWords.sent(sent.current, unsent))
      sent.current = 0
    }, settledMs)
    return () => clearTimeout(timer)
  }, [unsent])
  return null
}
