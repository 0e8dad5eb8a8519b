// Real answers of the real hub, as the tablet of one school day hears them.
import type { HubFetch } from '../../src/contract/hub-client.ts'
import { type Cell, cellKey } from '../../src/domain/cell.ts'
import { algebraFirst, tuesday } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { createTablet } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'
import { addressOf, createBusyHub, type PostRoute } from './good-acts.ts'

export interface GoodMessages {
  /** By the method and the path they answer: `GET /api/board`. */
  answers: Record<string, unknown[]>
  /** Bodies of pushes. */
  pushes: unknown[]
}

const attendance = (pupil: string): Cell => ({ kind: 'attendance', lesson: algebraFirst, pupil })

type Listen = (send: HubFetch) => HubFetch

/** What a deputy reads before and after every act, what each act is answered, and how a person leaves. */
const hearDeputy = async (listen: Listen): Promise<void> => {
  const database = await databases[0]?.open()
  if (!database) throw new Error('no database')
  const { hub, acts, senderOf, deputy } = await createBusyHub(database.db)
  const get = async (...paths: string[]): Promise<void> => {
    for (const path of paths) await listen(deputy.send)({ method: 'GET', path, body: null, timeoutMs: 1000 })
  }
  const readAll = async (): Promise<void> => {
    await get('/api/outages', '/api/losses', `/api/losses/loss-1/sheet?date=${tuesday}`, '/api/school')
    await get(`/api/board/period?from=${tuesday}&to=${tuesday}`)
    await get('/api/reminders', '/api/unbound', '/api/transfer', `/api/findings?date=${tuesday}`)
  }
  await readAll()
  for (const route of Object.keys(acts) as PostRoute[]) {
    // Said twice, so that «nothing was changed, and why» is among the answers.
    for (const act of [...acts[route], ...acts[route]]) {
      const request = { path: addressOf(route), body: JSON.stringify(act), timeoutMs: 1000 }
      await listen(senderOf(route))({ ...request, method: 'POST' })
    }
  }
  await readAll()
  await listen(deputy.send)({ method: 'DELETE', path: '/api/session', body: null, timeoutMs: 1000 })
  await hub.close()
  await database.drop()
}

export const collectGoodMessages = async (): Promise<GoodMessages> => {
  const clock = createTurnableClock('2026-11-24T05:00:00.000Z')
  const database = await databases[0]?.open()
  if (!database) throw new Error('no database')
  const rig = await createHubRig({ db: database.db, clock })
  const good: GoodMessages = { answers: {}, pushes: [] }
  const listen: Listen = (send) => async (request) => {
    const response = await send(request)
    const path = request.path.split('?')[0] ?? ''
    const heard = `${request.method} ${path}`
    good.answers[heard] = [...(good.answers[heard] ?? []), JSON.parse(response.text)]
    if (path === '/api/push') good.pushes.push(JSON.parse(request.body ?? ''))
    return response
  }
  const people = [
    ['algebraist', 'tablet'],
    ['leader', 'other'],
  ] as const
  for (const [person, device] of people) {
    const browser = await rig.signIn(person, device)
    const tablet = await createTablet({ clock, send: listen(browser.send), person, device })
    tablet.engine.start()
    await tablet.rest()
    // The class teacher's values meet the subject teacher's: a conflict is among the messages.
    await tablet.write(attendance('p1'), person === 'leader' ? { code: 'exempt' } : { code: 'absent' })
    await tablet.write(attendance('p2'), { code: 'late', minutes: 5 })
    await tablet.write({ kind: 'homework', lesson: algebraFirst }, { none: true })
    await tablet.rest()
    await tablet.close()
    good.answers['GET /api/session'] = [browser.session, ...(good.answers['GET /api/session'] ?? [])]
  }
  const deputy = await rig.signIn('deputy', 'desk')
  const cell = encodeURIComponent(cellKey(attendance('p1')))
  const lesson = encodeURIComponent(algebraFirst)
  for (const path of [
    '/api/board',
    '/api/board/backlog',
    '/api/board/term-marks?class=7a',
    `/api/lessons/${lesson}/cells`,
    `/api/history?cell=${cell}`,
  ]) {
    await listen(deputy.send)({ method: 'GET', path, body: null, timeoutMs: 1000 })
  }
  await rig.hub.close()
  await database.drop()
  await hearDeputy(listen)
  return good
}
