// The wire can't change unnoticed: its schemas are hashed, and the hash stands beside the protocol's version.
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import * as z from 'zod'
import * as boards from '../../src/contract/board-schema.ts'
import * as entries from '../../src/contract/entry-schema.ts'
import * as findings from '../../src/contract/finding-schema.ts'
import * as histories from '../../src/contract/history-schema.ts'
import * as losses from '../../src/contract/loss-schema.ts'
import * as notCarried from '../../src/contract/not-carried-schema.ts'
import * as outages from '../../src/contract/outage-schema.ts'
import * as periods from '../../src/contract/period-schema.ts'
import * as probes from '../../src/contract/probe-schema.ts'
import * as protocol from '../../src/contract/protocol.ts'
import * as reminders from '../../src/contract/reminder-schema.ts'
import * as schoolEdits from '../../src/contract/school-edit-schema.ts'
import * as setAsides from '../../src/contract/set-aside-schema.ts'
import * as unbound from '../../src/contract/unbound-schema.ts'
import { canonical } from '../../src/domain/value.ts'

/** A change of the wire asks for a new version here and in the contract, and then for the new hash. */
const pinned = { version: 4, hash: '1919d1fdb330d799' }

const isSchema = (value: unknown): value is z.core.$ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value

it('the contract is the one that its version stands for', () => {
  const schemas = Object.entries({
    ...{ ...protocol, ...entries, ...findings, ...boards, ...histories },
    ...{ ...losses, ...outages, ...schoolEdits, ...unbound, ...reminders, ...probes },
    ...{ ...notCarried, ...setAsides, ...periods },
  })
    .filter(([, value]) => isSchema(value))
    .map(([name, value]) => [
      name,
      z.toJSONSchema(value as z.core.$ZodType, { unrepresentable: 'any', io: 'input' }),
    ])
  expect(schemas.length).toBeGreaterThan(8)
  const hash = createHash('sha256')
    .update(canonical(Object.fromEntries(schemas)))
    .digest('hex')
    .slice(0, 16)
  expect({ version: protocol.protocolVersion, hash }).toEqual(pinned)
})
