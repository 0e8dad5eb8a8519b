// Days off and terms by plain Date arithmetic and sets: an oracle that shares neither code nor table with the rule.

/** ст. 112 ТК РФ, month and day. */
const holidays = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
]

/** Days off that are moved, from where to where, by the decrees of each year and by ст. 112 itself. */
const moved: Readonly<Record<number, readonly (readonly [string, string])[]>> = {
  2025: [
    ['01-04', '05-02'],
    ['01-05', '12-31'],
    ['02-23', '05-08'],
    ['03-08', '06-13'],
    ['11-01', '11-03'],
  ],
  2026: [
    ['01-03', '01-09'],
    ['01-04', '12-31'],
    ['03-08', '03-09'],
    ['05-09', '05-11'],
  ],
  2027: [
    ['01-02', '11-05'],
    ['01-03', '12-31'],
    ['02-20', '02-22'],
    ['05-01', '05-03'],
    ['05-09', '05-10'],
    ['06-12', '06-14'],
  ],
}

/** Days of a year on which a school of a five- or six-day week does not work. */
export const oracleOff = (year: number, week: 5 | 6): Set<string> => {
  const off = new Set<string>()
  const moves = moved[year] ?? []
  const sources = new Set(moves.map(([from]) => from))
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at)
    const iso = date.toISOString().slice(0, 10)
    const weekday = date.getUTCDay()
    const holiday = holidays.includes(iso.slice(5))
    const weekend = weekday === 0 || (week === 5 && weekday === 6 && !sources.has(iso.slice(5)))
    if (holiday || weekend) off.add(iso)
  }
  for (const [from, to] of moves) {
    const fromSunday = new Date(`${year}-${from}T00:00:00Z`).getUTCDay() === 0
    if (week === 5 || fromSunday) off.add(`${year}-${to}`)
  }
  return off
}

/** The second working day after a return to АИС (п. 3.2), by the default reading. */
export const oracleDue = (restored: string, week: 5 | 6): string => {
  const year = Number(restored.slice(0, 4))
  const off = new Set([...oracleOff(year, week), ...oracleOff(year + 1, week)])
  let day = restored
  for (let left = 2; left > 0; left -= off.has(day) ? 0 : 1)
    day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  return day
}
