// A second tablet without a browser: makes entries, pushes them with a plain fetch and keeps the hub's receipts.
import { v7 } from 'uuid'
import { type PushAnswer, type PushRequest, protocolVersion } from '../../../src/contract/protocol.ts'
import { type Entry, entryHash, entrySchema } from '../../../src/domain/entry.ts'
import { type Lesson, lessonById, lessonsOn, pupilsOf } from '../../../src/domain/lesson.ts'
import type { Receipt } from '../../../src/domain/receipt.ts'
import { plusDays } from '../../../src/domain/time.ts'
import { schoolNow } from '../../e2e/school-clock.ts'
import { teacher } from './prepared-school.ts'
import { sleep } from './sleep.ts'
import type { Stage } from './stage.ts'

const codes = ['absent', 'exempt', 'present'] as const
export const batchSize = 20

export type PushEnd =
  | { kind: 'receipts'; receipts: readonly Receipt[] }
  | { kind: 'none'; status: number; text: string }

/** The teacher's `no`-th lesson on days before the tablet's: nobody else writes there. */
const earlierLesson = (stage: Stage, person: string, no: number): Lesson => {
  const found: Lesson[] = []
  let date = lessonById(stage.lists, stage.lesson)?.date ?? ''
  for (let days = 0; days < 60 && found.length < no; days += 1) {
    date = plusDays(date, -1)
    found.push(...lessonsOn(stage.lists, date).filter((one) => one.teacher === person))
  }
  const lesson = found[no - 1]
  if (!lesson) throw new Error('the teacher has too few lessons')
  return lesson
}

interface PusherSession {
  person: string
  cookie: string
}

export const signInPusher = async (stage: Stage): Promise<PusherSession> => {
  const device = `plain-${v7()}`
  const signedIn = await fetch(`${stage.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: teacher, password: 'demo', device }),
  })
  if (!signedIn.ok) throw new Error(`signing in answered ${signedIn.status}`)
  const { person } = (await signedIn.json()) as { person: string }
  return { person, cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

/** What was taken once is refused never again; its state may have gone on meanwhile. */
const isOther = (before: Receipt, now: Receipt): boolean =>
  before.hash !== now.hash || (now.state === 'refused' && before.state !== 'refused')

/** A tablet of its own, which makes its log another one. `no`: in which of the teacher's lessons it records. */
export const createPusher = async (stage: Stage, no: number, session?: PusherSession) => {
  const { person, cookie } = session ?? (await signInPusher(stage))
  const device = `plain-${no}-${v7()}`
  const log = { device, person, epoch: 1 }
  const lesson = earlierLesson(stage, person, no)
  const pupils = [...pupilsOf(stage.lists, lesson)]
  const made: Entry[] = []
  const receipts: Receipt[] = []
  let running = true

  const next = (): Entry => {
    const seq = made.length + 1
    const own = (turn: number) => made[seq - 1 - turn * pupils.length]
    const last = made.at(-1)
    const entry: Entry = {
      ...{ schema: entrySchema, id: v7(), log, seq, prevHash: last ? entryHash(last) : '' },
      role: 'subjectTeacher',
      cell: { kind: 'attendance', lesson: lesson.id, pupil: pupils[(seq - 1) % pupils.length] as string },
      value: { code: codes[Math.floor((seq - 1) / pupils.length) % codes.length] ?? 'absent' },
      saw: own(1)?.value ?? null,
      follows: own(1) ? [(own(1) as Entry).id] : [],
      ...{ recordedAt: new Date(schoolNow()).toISOString(), clock: null, appBuild: 'test' },
      ...{ refVersion: stage.lists.version, source: 'device' },
    }
    made.push(entry)
    return entry
  }
  /** Rejects when no whole answer came. */
  const push = async (entries: readonly Entry[]): Promise<PushEnd> => {
    const report = { unsent: 0, oldestUnsentAt: null, clockOffsetMs: null, freeBytes: null, persisted: null }
    const request: PushRequest = {
      ...{ protocol: protocolVersion, log, entries: [...entries] },
      report: { ...report, appBuild: 'test' },
    }
    const response = await fetch(`${stage.url}/api/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(15_000),
    })
    const text = await response.text()
    if (!response.ok) return { kind: 'none', status: response.status, text }
    return { kind: 'receipts', receipts: (JSON.parse(text) as PushAnswer).receipts }
  }
  const pushNew = async (count = batchSize): Promise<PushEnd> => {
    const end = await push(Array.from({ length: count }, next))
    if (end.kind === 'receipts') receipts.push(...end.receipts)
    return end
  }
  /** Pushes batch after batch until it is stopped or nobody answers any more. */
  const pour = async (): Promise<void> => {
    while (running) {
      const end = await pushNew().catch(() => null)
      if (end === null) return
      if (end.kind === 'none') throw new Error(`a push was answered with ${end.status}`)
    }
  }
  /** Tries again as a tablet does: a connection of the hub's former life breaks when it is used. */
  const pushUntilAnswered = async (entries: readonly Entry[]): Promise<PushEnd> => {
    for (let tries = 0; tries < 5; tries += 1) {
      const end = await push(entries).catch(() => null)
      if (end) return end
      await sleep(500)
    }
    throw new Error('the hub did not answer five times')
  }
  /** Everything from the first entry on again, as after a lost watermark. Tells each receipt that is not the former one. */
  const pushAgain = async (): Promise<string[]> => {
    const former = new Map(receipts.map((one) => [one.id, one]))
    const others: string[] = []
    for (let at = 0; at < made.length; at += 500) {
      const end = await pushUntilAnswered(made.slice(at, at + 500))
      if (end.kind === 'none') throw new Error(`pushing again was answered with ${end.status}`)
      for (const receipt of end.receipts) {
        const before = former.get(receipt.id)
        if (before && isOther(before, receipt)) others.push(receipt.id)
        if (!before) receipts.push(receipt)
      }
    }
    return others
  }
  const stop = (): void => {
    running = false
  }
  return { device, receipts, made, pushNew, pour, pushAgain, stop }
}

export type Pusher = Awaited<ReturnType<typeof createPusher>>
