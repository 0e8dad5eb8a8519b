// What waits for its place on the hub, and a person's decision about it. Online by nature.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BindAct, WhyUnbound } from '../../../contract/unbound-schema.ts'
import { hubSentence } from '../../messages/problems.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import { announce } from '../../shell/announcer.tsx'

const key = ['unbound']

const sentences: Record<WhyUnbound, string> = {
  foreignLesson: 'этот учитель урока не ведёт. Внесите замену, потом свяжите.',
  lessonUnknown: 'такого урока в списках больше нет. Обновите страницу.',
  lessonNotBegun: 'этот урок ещё не начался. Проверьте день и номер.',
  pupilNotInLesson: 'этого ученика в уроке нет. Выберите другого или оставьте запись ждать.',
  nothing: 'ни одна запись не нашла своей клетки. Выберите урок и учеников.',
  other: 'запись нельзя принять в эту клетку. Спросите её автора.',
}

export const useUnbound = () => {
  const { hub } = useRuntime()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: key, queryFn: () => hub.unbound(), refetchInterval: 30_000 })
  const [trouble, setTrouble] = useState<string | null>(null)
  const bind = async (act: BindAct): Promise<void> => {
    const outcome = await hub.bindByHand(act)
    const unfit = outcome.kind === 'ok' ? outcome.value.unfit : undefined
    const said = unfit ? `Не связано: ${sentences[unfit]} Записи целы.` : hubSentence(outcome)
    setTrouble(said)
    if (outcome.kind === 'ok') queries.setQueryData(key, outcome)
    if (said === null) announce('Записи стоят на своих местах, учитель увидит это сам')
  }
  return { data, bind, trouble }
}
