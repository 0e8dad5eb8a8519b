// What stands in the way of a batch, in words: what happened, what is safe, what to do.
import { expect, it } from 'vitest'
import { hubSentence } from '../../src/app/messages/problems.ts'
import { refusalSentences } from '../../src/app/messages/refusals.ts'
import { stateWords } from '../../src/app/messages/states.ts'
import type { HubFailure } from '../../src/contract/hub-client.ts'

it.each<[string, HubFailure, RegExp]>([
  ['a wrong password', { kind: 'refused', problem: { error: 'wrongPassword' } }, /не подошли.*целы/],
  ['a session that ended in mid-queue', { kind: 'signInNeeded' }, /Вход закончился.*целы.*Войдите снова/],
  [
    'a malformed batch',
    { kind: 'refused', problem: { error: 'malformed' } },
    /не смог прочитать.*целы.*файл/,
  ],
  [
    'a hub of another protocol',
    { kind: 'refused', problem: { error: 'otherProtocol' } },
    /другой версии.*целы/,
  ],
  ['a body of 10 MB', { kind: 'tooLarge' }, /столько сразу.*целы.*частями/],
  ['a page of HTML', { kind: 'notHub' }, /что-то другое.*целы.*Войдите в сеть/],
  ['a full disk', { kind: 'refused', problem: { error: 'storageFull' } }, /кончилось место.*на планшете/],
  ['a busy hub', { kind: 'busy', status: 503, retryAfterMs: null }, /занят.*целы/],
  ['no answer', { kind: 'unreachable' }, /не отвечает.*целы/],
])('%s', (_, failure, words) => {
  expect(hubSentence(failure)).toMatch(words)
})

it.each<[keyof typeof refusalSentences, RegExp]>([
  ['valueOutsideScale', /нет в шкале.*Поставьте другую/],
  ['foreignLesson', /урок другого учителя.*осталась у вас/],
  ['lessonNotBegun', /ещё не начался.*Запишите заново/],
  ['reasonNeeded', /меняют с причиной.*п\. 4\.4.*Запись цела.*снова и укажите причину/],
  ['newerSchema', /более новой версией.*хранит/],
])('an entry that is %s', (reason, words) => {
  expect(refusalSentences[reason]).toMatch(words)
  expect(stateWords[reason === 'newerSchema' ? 'held' : 'refused']).toMatch(/отложено|требует правки/)
})
