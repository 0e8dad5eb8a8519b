// A deputy who does not wait for the answer to one change before making the next.
import { expect, it } from 'vitest'
import { createEditLine, createOwnVersions } from '../../src/app/school/edit-line.ts'

/** Answers when it is told to, in the order of the asking. */
const hub = () => {
  const asked: string[] = []
  const answers: ((went: boolean) => void)[] = []
  const send = (edit: string) => {
    asked.push(edit)
    return new Promise<boolean>((resolve) => answers.push(resolve))
  }
  const answer = async (went: boolean): Promise<void> => {
    answers.shift()?.(went)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { asked, send, answer }
}

it('a change made while another is under way is sent after it, and both are made', async () => {
  const { asked, send, answer } = hub()
  const edit = createEditLine(send)
  const both = Promise.all([edit('substitute'), edit('cancel')])
  await Promise.resolve()
  expect(asked).toEqual(['substitute'])
  await answer(true)
  expect(asked).toEqual(['substitute', 'cancel'])
  await answer(true)
  expect(await both).toEqual([true, true])
})

it('a key pressed twice makes one change, and makes it anew once that is answered', async () => {
  const { asked, send, answer } = hub()
  const edit = createEditLine(send)
  const twice = Promise.all([edit('cancel'), edit('cancel')])
  await Promise.resolve()
  await answer(true)
  expect([await twice, asked]).toEqual([[true, true], ['cancel']])
  void edit('cancel')
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toEqual(['cancel', 'cancel'])
})

it('behind a change that was refused nothing is changed, and the next one is made', async () => {
  const { asked, send, answer } = hub()
  const edit = createEditLine(send)
  const both = Promise.all([edit('move'), edit('cancel')])
  await Promise.resolve()
  await answer(false)
  expect([await both, asked]).toEqual([[false, false], ['move']])
  void edit('cancel')
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toEqual(['move', 'cancel'])
})

it('an edit goes by the version its person saw, with the own ones since and nobody else’s', () => {
  const versions = createOwnVersions()
  versions.made(4, 5)
  versions.made(5, 6)
  // Somebody else made 7, and this page the eighth of it.
  versions.made(7, 8)
  expect([3, 4, 5, 6, 7].map(versions.newest)).toEqual([3, 6, 6, 6, 8])
})
