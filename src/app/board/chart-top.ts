// Where the chart's scale ends.

/** 1, 2 or 5 with zeros: the least such even number that is not below. Its half is a tick too, and entries are whole. */
export const chartTop = (most: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= most && one % 2 === 0) ?? 20 * power
}
