// Databases take only so many parameters in one statement; a long list goes in parts.
const chunkSize = 400

/** Runs the query for each part of the list and joins the answers. An empty list asks nothing. */
export const inChunks = async <T, R>(
  list: readonly T[],
  query: (part: T[]) => Promise<readonly R[]>,
): Promise<R[]> => {
  const answers: R[] = []
  for (let from = 0; from < list.length; from += chunkSize) {
    answers.push(...(await query(list.slice(from, from + chunkSize))))
  }
  return answers
}
