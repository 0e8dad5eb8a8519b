// What was saved last, for the line that tells it: a new word draws that line again and nothing around it.
import { useState } from 'react'
import { createStore } from 'zustand'
import { useAfterBurst } from '../runtime/use-after-burst.ts'

export interface Words {
  text: string | null
  /** How many acts have been saved since the screen was opened. */
  times: number
}

export const useSaid = () => {
  const [words] = useState(() => createStore<Words>(() => ({ text: null, times: 0 })))
  return words
}

export type Said = ReturnType<typeof useSaid>

export const useWords = (said: Said): Words => useAfterBurst(said.subscribe, said.getState, true)[0]

/** For where the line is one of several sentences. */
export const SavedWords = ({ said }: { said: Said }): string | null => useWords(said).text
