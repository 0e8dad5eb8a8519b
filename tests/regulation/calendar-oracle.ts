// Days off and terms by plain Date arithmetic and sets: an oracle that shares no code with the rule.
import table from '../../src/domain/calendar/ru-calendar.json' with { type: 'json' }

/** Days of a year on which a school of a five- or six-day week does not work. */
export const oracleOff = (year: number, week: 5 | 6): Set<string> => {
  const off = new Set<string>()
  const sources = new Set<string>()
  const transfers = (table.transfers as Record<string, string[][]>)[String(year)] ?? []
  for (const [from = ''] of transfers) sources.add(from)
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at)
    const iso = date.toISOString().slice(0, 10)
    const weekday = date.getUTCDay()
    const holiday = Object.hasOwn(table.holidays, iso.slice(5))
    const weekend = weekday === 0 || (week === 5 && weekday === 6 && !sources.has(iso))
    if (holiday || weekend) off.add(iso)
  }
  for (const [from = '', to = ''] of transfers) {
    const fromSunday = new Date(`${from}T00:00:00Z`).getUTCDay() === 0
    if (week === 5 || fromSunday) off.add(to)
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
