// Expectations that outlast a busy machine.
import { expect as base } from '@playwright/test'

export const expect = base.configure({ timeout: 12_000 })
