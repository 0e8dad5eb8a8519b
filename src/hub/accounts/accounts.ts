// Who is signed in: login and password once, then an opaque token that the database knows only as a hash.
import { createHash } from 'node:crypto'
import type { PersonId } from '../../domain/school.ts'
import { toInstant, toMs } from '../../domain/time.ts'
import type { Database } from '../database/tables.ts'
import { createAttempts } from './attempts.ts'
import { checkPassword, hashPassword } from './password.ts'

export interface AccountPorts {
  db: Database
  now(): string
  /** At least 128 unguessable bits as text. */
  newToken(): string
}

export interface SignedInSession {
  person: PersonId
  expiresAt: string
}

export type SignInOutcome =
  | { kind: 'signedIn'; token: string; session: SignedInSession }
  | { kind: 'wrongPassword' }
  | { kind: 'tooManyAttempts'; retryAfterSeconds: number }

/** Two weeks: a teacher with no network for days must not lose the right to send (п. 3.2 gives two working days). */
const lifetimeMs = 14 * 24 * 3_600_000
const triesOfLogin = 5
/** A whole school may sit behind one address; it slows whoever tries one password on every login. */
const triesOfAddress = 300
const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export const createAccounts = ({ db, now, newToken }: AccountPorts) => {
  const ofLogin = createAttempts(() => toMs(now()), triesOfLogin)
  const ofAddress = createAttempts(() => toMs(now()), triesOfAddress)

  /** Whose login and password these are, or null. */
  const personBy = async (login: string, password: string): Promise<PersonId | null> => {
    const account = await db.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirst()
    const right = await checkPassword(account?.password_hash ?? null, password)
    return account && right ? account.person : null
  }

  /** `from` is where the request came from: guessing from one place must not lock a teacher out elsewhere. */
  const signIn = async (
    login: string,
    password: string,
    device: string,
    from: string,
  ): Promise<SignInOutcome> => {
    const name = login.trim().toLowerCase()
    const key = `${name}|${from}`
    const retryAfterSeconds = Math.max(ofLogin.pauseSeconds(key), ofAddress.pauseSeconds(from))
    if (retryAfterSeconds > 0) return { kind: 'tooManyAttempts', retryAfterSeconds }
    // Counted before it is known to be wrong: of guesses sent at once each would find the count as it was.
    const takeBack = [ofLogin.count(key), ofAddress.count(from)]
    const forget = (): void => {
      for (const back of takeBack) back()
    }
    const person = await personBy(name, password).catch((error: unknown) => {
      // The database failed, not the person.
      forget()
      throw error
    })
    if (person === null) return { kind: 'wrongPassword' }
    forget()
    ofLogin.forgive(key)
    const token = newToken()
    const session = { person, expiresAt: toInstant(toMs(now()) + lifetimeMs) }
    await db.deleteFrom('session').where('expires_at', '<=', now()).execute()
    await db
      .insertInto('session')
      .values({
        token_hash: hashToken(token),
        person,
        device,
        created_at: now(),
        expires_at: session.expiresAt,
      })
      .execute()
    return { kind: 'signedIn', token, session }
  }

  /** Whose token it is, or null when it is of nobody or has run out. */
  const sessionOf = async (token: string): Promise<SignedInSession | null> => {
    const row = await db
      .selectFrom('session')
      .select(['person', 'expires_at'])
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst()
    return row && row.expires_at > now() ? { person: row.person, expiresAt: row.expires_at } : null
  }

  const signOut = async (token: string): Promise<void> => {
    await db.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute()
  }

  return { signIn, sessionOf, signOut }
}

export type Accounts = ReturnType<typeof createAccounts>

/** Gives a login its password and ends its sessions; false when nobody has that login. */
export const setPassword = async (db: Database, login: string, password: string): Promise<boolean> => {
  const account = await db
    .selectFrom('account')
    .select('person')
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst()
  if (!account) return false
  const password_hash = await hashPassword(password)
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('account').set({ password_hash }).where('person', '=', account.person).execute()
    await trx.deleteFrom('session').where('person', '=', account.person).execute()
  })
  return true
}

/** One password for every account: for a school of made-up people. */
export const setPasswordOfAll = async (db: Database, password: string): Promise<void> => {
  const password_hash = await hashPassword(password)
  await db.updateTable('account').set({ password_hash }).execute()
}
