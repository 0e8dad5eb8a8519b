// Why something was not saved, told apart by what a person can do about it.
export interface SaveFailure {
  kind: 'notSaved'
  /** `storage`: the disk or the browser's storage failed; `slow`: it did not answer; `failed`: any other mistake. */
  why: 'full' | 'closed' | 'storage' | 'slow' | 'failed'
  detail: string
}

const innerName = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return ''
  const { name, inner, failures } = error as { name?: string; inner?: unknown; failures?: unknown[] }
  // A failing disk aborts the whole of a bulk write: its rows tell what happened, the bulk itself does not.
  if (failures?.[0]) return innerName(failures[0])
  return inner ? `${name ?? ''} ${innerName(inner)}` : (name ?? '')
}

const whyOf = (names: string): SaveFailure['why'] => {
  if (/QuotaExceeded/.test(names)) return 'full'
  if (/WriteTimeout/.test(names)) return 'slow'
  if (/DatabaseClosed|InvalidState|VersionChange|VersionError/.test(names)) return 'closed'
  // Chromium says UnknownError of a disk that fails, and aborts without a reason when it can't commit.
  if (/UnknownError|^AbortError$/.test(names)) return 'storage'
  return 'failed'
}

/** Dexie wraps a full disk into AbortError with QuotaExceededError inside. */
export const saveFailure = (error: unknown): SaveFailure => {
  const names = innerName(error).trim()
  return { kind: 'notSaved', why: whyOf(names), detail: names }
}
