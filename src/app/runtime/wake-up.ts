// Wakes the engine from outside: the network coming back, the person coming back to the tab.
import type { Runtime } from './runtime.ts'

export const wireWakeUps = ({ wake }: Runtime): void => {
  // The browser's own opinion lights no lamp: it only asks for a try.
  addEventListener('online', () => wake('online'))
  addEventListener('offline', () => wake('online'))
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake('focus')
  })
}
