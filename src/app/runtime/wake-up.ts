// Wakes the engine from outside: the hub's bell, the network coming back, the person coming back to the tab.
import type { Runtime } from './runtime.ts'
import { useSyncState } from './sync-state.ts'

/** Listens while somebody is signed in; a closed stream is opened again by the browser itself. */
const listenToBell = (wake: Runtime['wake']): void => {
  let source: EventSource | null = null
  const open = (): void => {
    source?.close()
    source = new EventSource('/api/events')
    source.onmessage = ({ data }: MessageEvent<string>) => {
      useSyncState.getState().set({ bell: Number(data) })
      wake('bell')
    }
    source.onopen = () => wake('online')
    source.onerror = () => {
      // After a refusal (no session, no hub behind a proxy) the browser gives up for good: try again later.
      if (source?.readyState === EventSource.CLOSED) setTimeout(open, 30_000)
    }
  }
  open()
}

export const wireWakeUps = ({ wake }: Runtime): void => {
  // The browser's own opinion lights no lamp: it only asks for a try.
  addEventListener('online', () => wake('online'))
  addEventListener('offline', () => wake('online'))
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake('focus')
  })
  listenToBell(wake)
}
