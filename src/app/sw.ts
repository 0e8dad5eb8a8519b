// The service worker: keeps every file of one build and answers navigation from it. It never touches /api.
import { clientsClaim } from 'workbox-core'
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope

precacheAndRoute(self.__WB_MANIFEST)
// Pages of the hub itself and of the stand-in are not the app's.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/__stand-in/, /^\/healthz$/, /^\/metrics$/],
  }),
)
clientsClaim()

// A new build waits until a person asks for it: a reload under half-entered marks is never ours to decide.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting()
})

// A reminder is pressed: the journal that is open comes to the front.
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(([open]) => open?.focus() ?? self.clients.openWindow('/')),
  )
})
