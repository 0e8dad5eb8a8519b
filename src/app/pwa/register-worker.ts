// Registers the service worker. A new build waits; taking it is a person's act, never ours.
import { Workbox } from 'workbox-window'
import { useSyncState } from '../runtime/sync-state.ts'

export const registerWorker = (): void => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const workbox = new Workbox('/sw.js')
  const ready = (): void => useSyncState.getState().set({ updateReady: true })
  workbox.addEventListener('waiting', ready)
  void workbox.register().catch(() => undefined)
}

const patienceMs = 15_000

/**
 * Takes the new build and opens it. The caller has made sure that nothing half-typed is on the screen. Where another tab
 * has taken it already, nothing waits any more: this one has only to be opened anew. Rejects when the browser does not
 * give it, or not in time: the app goes on, and a build that comes later opens nothing under the hands.
 */
export const takeUpdate = async (): Promise<void> => {
  const { serviceWorker } = navigator
  const waiting = (await serviceWorker.getRegistration())?.waiting
  if (!waiting) return location.reload()
  const open = (): void => location.reload()
  await new Promise<void>((_, refuse) => {
    serviceWorker.addEventListener('controllerchange', open)
    setTimeout(() => refuse(new Error('the new build does not take over')), patienceMs)
    waiting.postMessage({ type: 'SKIP_WAITING' })
  }).finally(() => serviceWorker.removeEventListener('controllerchange', open))
}
