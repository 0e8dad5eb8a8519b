// The hub's bell, heard over its event stream by the tab that leads. A browser gives one server six connections, and a
// stream holds one for as long as it is open: were every tab to listen, six tabs would leave none for anything else.

export interface BellPorts {
  /** The hub has something new, up to this revision. */
  onRing(rev: number): void
  /** The hub answers, for the first time or again. */
  onOpen(): void
}

const tryAgainMs = 30_000

export const createBell = ({ onRing, onOpen }: BellPorts) => {
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  const close = (): void => {
    clearTimeout(retry)
    source?.close()
    source = null
  }
  const open = (): void => {
    close()
    const opened = new EventSource('/api/events')
    source = opened
    opened.onmessage = ({ data }: MessageEvent<string>) => onRing(Number(data))
    opened.onopen = onOpen
    opened.onerror = () => {
      // After a refusal (no session, no hub behind a proxy) the browser gives up for good: try again later.
      if (source === opened && opened.readyState === EventSource.CLOSED) retry = setTimeout(open, tryAgainMs)
    }
  }
  return { open, close }
}
