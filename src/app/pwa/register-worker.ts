// Registers the service worker. A new build waits; taking it is a person's act, never ours.
import { Workbox } from 'workbox-window'
import { useSyncState } from '../runtime/sync-state.ts'

let workbox: Workbox | null = null

export const registerWorker = (): void => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  workbox = new Workbox('/sw.js')
  const ready = (): void => useSyncState.getState().set({ updateReady: true })
  workbox.addEventListener('waiting', ready)
  void workbox.register().catch(() => undefined)
}

/**
 * Takes the new build and opens it. The caller has made sure that nothing half-typed is on the screen. Where another tab
 * has taken it already, nothing waits any more: this one has only to be opened anew.
 */
export const takeUpdate = (): void =>
  void navigator.serviceWorker.getRegistration().then((registration) => {
    if (!registration?.waiting) return location.reload()
    workbox?.addEventListener('controlling', () => location.reload())
    workbox?.messageSkipWaiting()
  })
