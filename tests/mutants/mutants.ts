// All bugs on purpose; each must be caught.
import { carrierMutants } from './carrier-mutants.ts'
import { lateRuleMutants } from './late-rule-mutants.ts'
import type { Mutant } from './mutant.ts'
import { ruleMutants } from './rule-mutants.ts'
import { tabletMutants } from './tablet-mutants.ts'
import { testedMutants } from './tested-mutants.ts'
import { unreadCarrierMutants } from './unread-carrier-mutants.ts'
import { unreadHubMutants } from './unread-hub-mutants.ts'
import { unreadRuleMutants } from './unread-rule-mutants.ts'
import { unreadTabletMutants } from './unread-tablet-mutants.ts'

/** Thought up by those who wrote the tests. */
const read: readonly Mutant[] = [...ruleMutants, ...tabletMutants, ...carrierMutants, ...testedMutants]

/** Thought up from the protocol and the source alone, by somebody who had read no test. */
export const unread: readonly Mutant[] = [
  ...unreadRuleMutants,
  ...unreadHubMutants,
  ...unreadCarrierMutants,
  ...unreadTabletMutants,
  ...lateRuleMutants,
]

export const mutants: readonly Mutant[] = [...read, ...unread]
