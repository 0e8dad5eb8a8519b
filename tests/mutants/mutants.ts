// All bugs on purpose; each must be caught.
import { carrierMutants } from './carrier-mutants.ts'
import type { Mutant } from './mutant.ts'
import { ruleMutants } from './rule-mutants.ts'
import { tabletMutants } from './tablet-mutants.ts'
import { testedMutants } from './tested-mutants.ts'

export const mutants: readonly Mutant[] = [
  ...ruleMutants,
  ...tabletMutants,
  ...carrierMutants,
  ...testedMutants,
]
