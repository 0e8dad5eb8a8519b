// What the tablet knows of its own storage; a browser that tells nothing is told as null.

export const readFacts = async (appBuild: string) => {
  const estimate = await navigator.storage?.estimate?.().catch(() => null)
  const persisted = (await navigator.storage?.persisted?.().catch(() => null)) ?? null
  const free = estimate?.quota !== undefined ? estimate.quota - (estimate.usage ?? 0) : null
  return { appBuild, freeBytes: free, persisted }
}

/** Asks that the browser never clears the journal by itself. It may refuse, and then says so in the report. */
export const askToPersist = async (): Promise<void> => {
  await navigator.storage?.persist?.().catch(() => false)
}
