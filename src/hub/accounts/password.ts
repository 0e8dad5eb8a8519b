// Passwords are kept as argon2id and never in any other form.
import { hash, verify } from '@node-rs/argon2'

/** OWASP's floor for argon2id: 19 MiB, two passes. The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

// Hash of no password: verifying against it costs an unknown login as much time as a known one.
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

export const checkPassword = async (kept: string | null, password: string): Promise<boolean> => {
  const same = await verify(kept ?? nobody, password).catch(() => false)
  return kept !== null && same
}
