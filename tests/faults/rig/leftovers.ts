// What must not outlive the rig: processes and mounts of ours. Undone newest first, however the rig ends.
const pending = new Set<() => void>()

/** Registers how to undo something, without waiting; the answer undoes it now, and only once. */
export const onLeave = (undo: () => void): (() => void) => {
  const once = (): void => {
    if (pending.delete(once)) undo()
  }
  pending.add(once)
  return once
}

process.on('exit', () => {
  for (const undo of [...pending].reverse()) {
    try {
      undo()
    } catch (error) {
      console.error('left behind:', error)
    }
  }
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

const end = (pid: number | undefined, target: (pid: number) => number): void => {
  // Zero would mean the rig's own group.
  if (!pid) return
  try {
    process.kill(target(pid), 'SIGKILL')
  } catch {
    // It is gone: that is what was wanted.
  }
}

export const endProcess = (pid: number | undefined): void => end(pid, (one) => one)
/** A browser and every process it started. */
export const endGroup = (pid: number | undefined): void => end(pid, (one) => -one)
