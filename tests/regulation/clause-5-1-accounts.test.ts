// п. 5.1: a personal account: a login of one's own, a password, and few attempts.
// requirement: R20; screen: Вход
import { afterEach, expect, it } from 'vitest'
import { madeUpSchool } from '../../src/demo/school/made-up-school.ts'
import { buildSchool } from '../../src/hub/import/build-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'

let stop: () => Promise<void> = async () => {}
afterEach(() => stop())

it('R20 a login that two people share is refused with its row', () => {
  const files = madeUpSchool({ today: '2026-11-24' })
  const [header = '', first = '', second = '', ...rest] = (files['staff.csv'] ?? '').trimEnd().split('\n')
  const login = first.split(',').at(-1) ?? ''
  const shared = [...second.split(',').slice(0, -1), login.toUpperCase()].join(',')
  const lists = Object.fromEntries(
    Object.entries({ ...files, 'staff.csv': [header, first, shared, ...rest].join('\n') }).map(
      ([name, text]) => [name.replace('.csv', ''), text],
    ),
  )
  const built = buildSchool(lists)
  expect(built.ok ? [] : built.faults).toMatchObject([
    { list: 'staff', row: 3, column: 'login', problem: 'twice' },
  ])
})

it('after five wrong passwords the right one has to wait', async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('no database')
  const database = await sqlite.open()
  const rig = await createHubRig({ db: database.db })
  stop = async () => {
    await rig.hub.close()
    await database.drop()
  }
  const { client } = rig.browser()
  const tryOnce = async (word: string) => {
    const outcome = await client.signIn({ login: 'leader', password: word, device: 'tablet' })
    return outcome.kind === 'refused' ? outcome.problem.error : outcome.kind
  }
  const answers = []
  for (let n = 0; n < 5; n += 1) answers.push(await tryOnce('не тот'))
  expect(new Set(answers)).toEqual(new Set(['wrongPassword']))
  expect(await tryOnce('тихий вечер')).toBe('tooManyAttempts')
})
