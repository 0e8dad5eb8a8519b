// A lesson in a minute at a desk: «Сетка» by keyboard alone, from the first Tab on, priced by the keystroke-level model.
import { type Browser, expect, type Locator } from '@playwright/test'
import { desk, priceOf, told } from './keystroke-model.ts'
import { openLessonRig, readLog } from './lesson-rig.ts'
import { test } from './school-test.ts'

const open = async (browser: Browser) => {
  const rig = await openLessonRig(browser)
  const { page, person } = rig
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await person.press(key)
  }
  const tabTo = async (target: Locator): Promise<void> => {
    await expect(target).toBeVisible()
    for (let tabs = 0; tabs < 20; tabs += 1) {
      if (await target.evaluate((one) => one === document.activeElement)) return
      await person.press('Tab')
    }
    throw new Error('not within twenty steps of Tab')
  }
  await rig.withPupils(30)
  await tabTo(page.getByRole('button', { name: 'Сетка' }))
  await press('Enter')
  const place = page.locator('[data-at]:focus')
  await expect(place).toBeVisible()
  const attendance = Number((await place.getAttribute('data-at'))?.split(':')[1])
  await person.begin()
  return {
    ...{ rig, press, tabTo, place },
    at: (no: number, column: number): string => `${no - 1}:${attendance + column}`,
    down: (times: number) => press(...Array.from({ length: times }, () => 'ArrowDown')),
    finish: async (): Promise<void> => {
      person.decide()
      await tabTo(page.getByRole('button', { name: 'Урок отмечен' }))
      await press('Enter')
      await expect(page.getByText('Урок отмечен полностью')).toBeVisible()
    },
  }
}
type Opened = Awaited<ReturnType<typeof open>>

/** The second, the ninth and the last but two of thirty are away; the keyboard ends on the one below. */
const callRoll = async ({ rig, press, down, place, at }: Opened): Promise<void> => {
  for (const walk of [
    () => down(1),
    () => down(6),
    () => press('Control+End', 'ArrowLeft', 'ArrowUp', 'ArrowUp'),
  ]) {
    rig.person.look()
    await walk()
    await press('y')
  }
  await expect(place).toHaveAttribute('data-at', at(29, 0))
}

test('30 pupils, 3 of them away, are ten seconds of keys at most', async ({ browser }) => {
  const story = await open(browser)
  const { page, person } = story.rig
  try {
    await callRoll(story)
    await story.finish()
    const path = await person.path()
    console.log(told('attendance of 30, desk', path, desk))
    expect(path.tap).toBe(0)
    expect(priceOf(path, desk)).toBeLessThanOrEqual(10)
    const codes = (await readLog(page)).flatMap(({ value }) => (value && 'code' in value ? value.code : []))
    expect(codes.filter((code) => code === 'absent').length).toBe(3)
    expect(codes.filter((code) => code === 'present').length).toBe(27)
  } finally {
    await story.rig.close()
  }
})

test('a whole lesson is priced at a minute of keys at most', async ({ browser }) => {
  const story = await open(browser)
  const { page, person } = story.rig
  const mark = async (walk: () => Promise<void>, given: string): Promise<void> => {
    person.look()
    await walk()
    person.decide()
    await story.press(given)
  }
  try {
    await callRoll(story)
    await mark(() => story.press('ArrowRight', 'ArrowDown'), '5')
    await mark(() => story.press('Control+Home', 'End'), '5')
    await mark(() => story.down(2), '4')
    await mark(() => story.down(6), '3')
    await mark(() => story.down(5), '4')
    await story.finish()
    person.decide()
    await story.tabTo(page.getByLabel(/^Домашнее задание/))
    await person.type('341-343')
    await story.press('Tab')
    await expect(page.getByText('сохранено на планшете: Домашнее задание: 341-343')).toBeVisible()
    const path = await person.path()
    console.log(told('a whole lesson, desk', path, desk))
    expect(path.tap).toBe(0)
    expect(priceOf(path, desk)).toBeLessThanOrEqual(60)
    const log = await readLog(page)
    const of = (kind: string) => log.filter((entry) => entry.cell.kind === kind)
    expect(of('attendance').length).toBe(30)
    expect(of('mark').map(({ value }) => value && 'marks' in value && value.marks[0])).toEqual([
      '5',
      '5',
      '4',
      '3',
      '4',
    ])
    expect(of('topic').length).toBe(1)
    expect(of('homework').map((entry) => entry.value)).toEqual([{ text: '341-343' }])
  } finally {
    await story.rig.close()
  }
})
