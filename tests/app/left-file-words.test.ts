// What a deputy is told of the file of a teacher who has left: no more than the hub has said of each entry.
import { describe, expect, it } from 'vitest'
import { fileSentence } from '../../src/app/messages/losses.ts'

const none = { taken: 0, conflict: 0, waiting: 0, held: 0, refused: 0, absent: 0 }

describe('the file of who has left', () => {
  it('says of taken entries that others carry them now, and nothing of parts that are empty', () => {
    const said = fileSentence({ ...none, taken: 21 })
    expect(said).toMatch(/^Сервер школы принял: 21 запись\. Перенести принятое в АИС СРО автор уже не сможет/)
    expect(said).not.toMatch(/расходится|Ждёт|Отложено|нет:/)
  })

  it.each([
    ['conflict', /расходится: 2 записи\. Ничего не заменено/],
    ['waiting', /Ждёт предыдущих: 2 записи\. Сервер школы их хранит/],
    ['held', /Отложено: 2 записи\. Сервер школы их хранит/],
    ['refused', /Ещё 2 записи он сохранил, но в журнал не поставил/],
    ['absent', /На сервере школы нет: 2 записи\..* Сохраните файл/],
  ] as const)('calls none of it accepted that is %s', (part, words) => {
    const said = fileSentence({ ...none, [part]: 2 })
    expect(said).toMatch(/^Сервер школы принял: 0 записей\. /)
    expect(said).toMatch(words)
    if (part === 'absent') expect(said).not.toMatch(/он сохранил|их хранит/)
  })
})
