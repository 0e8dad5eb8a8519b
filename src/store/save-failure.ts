// Why something was not saved, told apart by what a person can do about it.
export type SaveFailure = { kind: 'notSaved'; why: 'full' | 'closed' | 'failed'; detail: string }

const innerName = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return ''
  const { name, inner } = error as { name?: string; inner?: unknown }
  return inner ? `${name ?? ''} ${innerName(inner)}` : (name ?? '')
}

/** Dexie wraps a full disk into AbortError with QuotaExceededError inside. */
export const saveFailure = (error: unknown): SaveFailure => {
  const names = innerName(error)
  const why = /QuotaExceeded/.test(names)
    ? 'full'
    : /DatabaseClosed|InvalidState|VersionChange/.test(names)
      ? 'closed'
      : 'failed'
  return { kind: 'notSaved', why, detail: names.trim() }
}
