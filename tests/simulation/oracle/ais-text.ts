// The texts that АИС may show for a value: by a table of its own, not by the projection under test.

const reasons: Record<string, string> = { illness: 'Б', excused: 'УП', unexcused: 'НП' }

const textsFor = (value: Record<string, unknown> | null): string[] => {
  if (value === null) return ['']
  if (typeof value.aisText === 'string') return [value.aisText]
  if (value.code === 'present') return ['']
  if (value.code === 'absent') return ['ОТ', 'Б', 'УП', 'НП']
  if (value.code === 'late') return [`ОП ${value.minutes}`]
  if (value.code === 'exempt') return ['ОСВ']
  if (typeof value.reason === 'string') return [reasons[value.reason] ?? '']
  if (Array.isArray(value.marks)) return [value.marks.join('/') + (value.owed ? '•' : '')]
  if (value.none === true) return ['не задано']
  if ('planItem' in value)
    return [value.planItem === null ? `${value.text}` : `${value.planItem}. ${value.text}`]
  return [String(value.text)]
}

/** Whether a text in АИС is this value. People type codes in either case and with spaces around: that says nothing else. */
export const saysIn = (kind: string, value: Record<string, unknown> | null, text: string): boolean => {
  const plain = (one: string) => (kind === 'topic' || kind === 'homework' ? one : one.trim().toUpperCase())
  // No reason: any text that names none.
  if (kind === 'absenceReason' && value === null) return !Object.values(reasons).includes(plain(text))
  return textsFor(value).some((one) => plain(one) === plain(text))
}
