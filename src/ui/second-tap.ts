// The second tap of a double one: where the first has taken its row away, it meets the row that has come up in that place.

/** As long as any system waits for the second of two taps. */
const longestMs = 500

/** Says of presses, each with its time in ms, which comes on the heels of one that was heard: that one is not meant. */
export const createSecondTaps = () => {
  let heardAt = Number.NEGATIVE_INFINITY
  return (at: number): boolean => {
    const isSecond = at - heardAt < longestMs
    if (!isSecond) heardAt = at
    return isSecond
  }
}
