// What the stand-in АИС keeps, in a database of its own: pages of lessons and sessions. The last writer wins.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'libsql'
import type { AisPage } from '../../domain/transfer/ais-page.ts'

export interface OpenSession {
  person: string
  key: string
  expiresAt: string
}

const tables = `
  create table if not exists slot (lesson text, slot text, text text not null, primary key (lesson, slot));
  create table if not exists change (lesson text primary key, person text not null, at text not null);
  create table if not exists code (code text primary key, person text not null, expires_at text not null);
  create table if not exists session (key text primary key, person text not null, expires_at text not null);
`
const sessionMinutes = 15
const codeMinutes = 2

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** `file` may be `:memory:`. */
export const openAisBook = (file: string, ports: { now(): string; newToken(): string }) => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const db = new Sqlite(file)
  db.exec(tables)

  const page = (lesson: string): AisPage => {
    const rows = db.prepare('select slot, text from slot where lesson = ?').all(lesson) as {
      slot: string
      text: string
    }[]
    const changed = db.prepare('select person, at from change where lesson = ?').get(lesson) as
      | { person: string; at: string }
      | undefined
    return {
      lesson,
      slots: Object.fromEntries(rows.map((row) => [row.slot, row.text])),
      changed: changed ? { by: changed.person, at: changed.at } : null,
    }
  }

  /** Writes slots of one page; an empty text clears a slot. */
  const write = (lesson: string, writes: Readonly<Record<string, string>>, person: string): void => {
    db.transaction(() => {
      for (const [slot, text] of Object.entries(writes)) {
        if (text === '') db.prepare('delete from slot where lesson = ? and slot = ?').run(lesson, slot)
        else db.prepare('insert or replace into slot values (?, ?, ?)').run(lesson, slot, text)
      }
      db.prepare('insert or replace into change values (?, ?, ?)').run(lesson, person, ports.now())
    })()
  }

  const giveCode = (person: string): string => {
    const code = ports.newToken()
    db.prepare('insert into code values (?, ?, ?)').run(code, person, later(ports.now(), codeMinutes))
    return code
  }

  /** A code opens one session, once. */
  const openSession = (code: string): OpenSession | null => {
    const row = db.prepare('delete from code where code = ? returning person, expires_at').get(code) as
      | { person: string; expires_at: string }
      | undefined
    if (!row || row.expires_at <= ports.now()) return null
    const session = {
      person: row.person,
      key: ports.newToken(),
      expiresAt: later(ports.now(), sessionMinutes),
    }
    db.prepare('insert into session values (?, ?, ?)').run(session.key, session.person, session.expiresAt)
    return session
  }

  /** Whose session it is, or null when it has ended. */
  const personOf = (key: string): string | null => {
    const row = db.prepare('select person, expires_at from session where key = ?').get(key) as
      | { person: string; expires_at: string }
      | undefined
    return row && row.expires_at > ports.now() ? row.person : null
  }

  const lessons = (): string[] =>
    (
      db.prepare('select distinct lesson from change order by at desc limit 100').all() as {
        lesson: string
      }[]
    ).map((row) => row.lesson)

  return { page, write, giveCode, openSession, personOf, lessons, close: (): void => void db.close() }
}

export type AisBook = ReturnType<typeof openAisBook>
