// What each folder of tests came to, from vitest's own report of its files.

export interface ReportedFile {
  /** The file's whole path. */
  name: string
  status: string
  /** Milliseconds. */
  startTime: number
  endTime: number
  assertionResults: readonly { status: string; fullName: string }[]
}

const inFolder = /^\/tests\/([^/]+)\//

/**
 * A line a folder under `tests`, by name. The minutes are those of its files one after the other: files that ran side by
 * side take less of a person's time.
 */
export const folderLines = (files: readonly ReportedFile[], root: string): string[] => {
  const folders = new Map<string, { passed: number; failed: number; ms: number }>()
  for (const file of files) {
    const folder = inFolder.exec(file.name.slice(root.length))?.[1] ?? 'tests'
    const sum = folders.get(folder) ?? { passed: 0, failed: 0, ms: 0 }
    const count = (status: string): number =>
      file.assertionResults.filter((one) => one.status === status).length
    sum.passed += count('passed')
    // A file that could not even be read has no cases.
    sum.failed += Math.max(count('failed'), file.status === 'failed' ? 1 : 0)
    sum.ms += file.endTime - file.startTime
    folders.set(folder, sum)
  }
  return [...folders]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([folder, { passed, failed, ms }]) => {
      return `  ${folder}: ${passed} passed, ${failed} failed, ${(ms / 60_000).toFixed(1)} min`
    })
}

/** A line for each case that failed, and for each file that could not be read. */
export const failedLines = (files: readonly ReportedFile[], root: string): string[] =>
  files.flatMap(({ name, status, assertionResults }) => {
    const file = name.slice(root.length + 1)
    const cases = assertionResults.filter((one) => one.status === 'failed')
    if (cases.length === 0) return status === 'failed' ? [`  failed: ${file}`] : []
    return cases.map((one) => `  failed: ${file} › ${one.fullName}`)
  })
