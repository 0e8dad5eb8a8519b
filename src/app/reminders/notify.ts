// The system's notifications: asked for by a person's own press, never by the journal; no pupil stands in one.
import { useState } from 'react'

export type NotifyState = 'unsupported' | NotificationPermission

const read = (): NotifyState =>
  typeof Notification === 'undefined' ? 'unsupported' : Notification.permission

export const useNotifyPermission = () => {
  const [state, setState] = useState<NotifyState>(read)
  const ask = async (): Promise<void> => {
    if (state === 'default') setState(await Notification.requestPermission())
  }
  return { state, ask }
}

/** Through the worker: a phone's browser allows no other way. Without the permission nothing happens. */
export const notify = async (title: string, tag: string): Promise<void> => {
  if (read() !== 'granted') return
  // The same words stand on the screen: a system that refuses them takes nothing away.
  const worker = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  await worker?.showNotification(title, { tag, icon: '/icon-192.png' }).catch(() => undefined)
}
