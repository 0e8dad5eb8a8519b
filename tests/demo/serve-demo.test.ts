// The demo as whoever starts it meets it: which lists it serves, how they came in, and what a later start does to them.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { prepareDemoSchool } from '../../src/demo/prepare-school.ts'
import { runHub, serveDemo } from './demo-process.ts'

const tuesday = '2026-11-24T05:00:00.000Z'
let dataDir = ''
let hub: Awaited<ReturnType<typeof serveDemo>> | null = null
const serve = async (at: string) => {
  hub = await serveDemo(dataDir, at)
  return hub
}
const stop = async () => {
  await hub?.stop()
  hub = null
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'journal-demo-'))
})
afterEach(async () => {
  await stop()
  rmSync(dataDir, { recursive: true, force: true })
})

it('writes its lists as files and brings them in as an import of that folder would', async () => {
  const folder = join(dataDir, 'demo-lists')
  // A list that the made-up school doesn't have: only whoever reads the folder from the disk will find it.
  mkdirSync(folder)
  writeFileSync(join(folder, 'days.csv'), 'from,to,kind,classes\n2026-11-26,2026-11-26,dayOff,\n')
  const { said, signIn } = await serve(tuesday)
  for (const [list, csv] of Object.entries(prepareDemoSchool(tuesday))) {
    expect(readFileSync(join(folder, `${list}.csv`), 'utf8')).toBe(csv)
  }
  const { client } = await signIn('zavyalova', 'demo')
  const served = await client.school()
  expect(served).toMatchObject({
    kind: 'ok',
    value: { school: { version: 1, days: [{ kind: 'dayOff', from: '2026-11-26' }] } },
  })
  await stop()

  const other = mkdtempSync(join(tmpdir(), 'journal-demo-'))
  try {
    const { stdout } = runHub(other, tuesday, ['import', folder])
    expect(said).toContain(stdout)
    expect(stdout).toContain('Принята версия списков 1: классов 30, учащихся 810, сотрудников 63.')
    expect(readdirSync(folder)).toHaveLength(13)
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
})
