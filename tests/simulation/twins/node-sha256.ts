// SHA-256 by the machine's own code, ten times as fast as the plain one that a browser's page needs: the same bytes.
import { createHash } from 'node:crypto'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
