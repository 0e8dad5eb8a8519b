// Several short announcements as one sentence: «Волков Егор: Н; Титов Никита: Н, сохранено на планшете».
import { frameWords } from '../messages/screens/shell/frame.ts'

const shownAtOnce = 3

const split = (sentence: string): [head: string, ending: string] => {
  const at = sentence.lastIndexOf(', ')
  return at < 0 ? [sentence, ''] : [sentence.slice(0, at), sentence.slice(at)]
}

/** Sentences that end alike share their ending; of a long row the last are said and the others counted. */
export const mergeSentences = (sentences: readonly string[]): string => {
  const groups = new Map<string, string[]>()
  for (const sentence of new Set(sentences)) {
    const [head, ending] = split(sentence)
    groups.set(ending, [...(groups.get(ending) ?? []), head])
  }
  return [...groups]
    .map(([ending, heads]) => {
      const rest = heads.length - shownAtOnce
      const said = heads.slice(-shownAtOnce).join('; ')
      return `${said}${rest > 0 ? frameWords.andMore(rest) : ''}${ending}`
    })
    .join('. ')
}
