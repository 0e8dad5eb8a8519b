// The web app manifest: what a home screen shows.
import type { ManifestOptions } from 'vite-plugin-pwa'
import { appWords } from '../messages/screens/pwa.ts'

export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: appWords.name,
  short_name: appWords.shortName,
  description: appWords.description,
  lang: 'ru',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: '#34409A',
  background_color: '#F1F1ED',
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
  screenshots: [
    {
      src: '/screens/lesson.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: appWords.lessonShot,
    },
    {
      src: '/screens/today.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: appWords.todayShot,
    },
    {
      src: '/screens/conflict.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: appWords.conflictShot,
    },
    {
      src: '/screens/board-phone.png',
      sizes: '390x844',
      type: 'image/png',
      form_factor: 'narrow',
      label: appWords.boardShot,
    },
  ],
}
