// Whether the help is open, and at which of its parts.
import { create } from 'zustand'

export type HelpPart = 'screen' | 'signs' | 'keys' | 'guide' | 'tablet'

interface HelpState {
  part: HelpPart | null
  open(part: HelpPart): void
  close(): void
}

export const useHelp = create<HelpState>((set) => ({
  part: null,
  open: (part) => set({ part }),
  close: () => set({ part: null }),
}))
