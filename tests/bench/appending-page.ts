// Plain DOM with the log's append as the protocol has it: the chain's hash, the row read back, the second copy. Asked for
// the same job it also tells other tabs and a screen reader, and draws the state. What the grid costs above is its own.
import { readFileSync } from 'node:fs'
import { openingOf } from './plain-page.ts'

/** Keeps lines in a private file, each flushed to the disk, as the app's worker does. */
const worker = (name: string): string => `
const opened = navigator.storage.getDirectory()
  .then((root) => root.getFileHandle('${name}.log', { create: true }))
  .then((file) => file.createSyncAccessHandle())
let queue = opened
onmessage = ({ data: { id, text } }) => {
  queue = queue.then(async () => {
    const handle = await opened
    handle.write(new TextEncoder().encode(text), { at: handle.getSize() })
    handle.flush()
    postMessage({ id })
  })
}`

const page = (
  rows: number,
  columns: number,
  entry: unknown,
  name: string,
  isWhole: boolean,
): string => `<!doctype html>
<meta charset="utf-8"><title>plain</title>
<style>
  table { border-collapse: collapse }
  td { position: relative; width: 60px; height: 44px; border: 1px solid; text-align: center }
  td i { position: absolute; top: 2px; right: 3px }
</style>
<table id="grid" role="grid"></table>
<p id="saved"></p><p id="status" role="status"></p>
<svg id="queued" width="12" height="12" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4"/></svg>
<script type="module">
import { sha256 } from './sha2.js'
import { bytesToHex, utf8ToBytes } from './utils.js'
const [grid, saved, status, queued] = ['grid', 'saved', 'status', 'queued'].map((id) => document.getElementById(id))
for (let row = 0; row < ${rows}; row += 1) {
  const line = grid.insertRow()
  for (let column = 0; column < ${columns}; column += 1) {
    const cell = line.insertCell()
    cell.tabIndex = -1
    cell.setAttribute('role', 'gridcell')
    cell.dataset.at = row + ':' + column
  }
}
const hashOf = (text) => bytesToHex(sha256(utf8ToBytes(text)))
const canonical = (value) => {
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']'
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return '{' + names.map((name) => JSON.stringify(name) + ':' + canonical(value[name])).join(',') + '}'
}
const like = ${JSON.stringify(entry)}
const words = { KeyJ: 'ОП', KeyD: 'ОСВ' }
const copy = new Worker('./worker.js')
const waiting = new Map()
copy.onmessage = ({ data }) => waiting.delete(data.id)
const tabs = new BroadcastChannel('${name}')

/** The first word at once, what comes within two seconds after it together. */
let unsaid = []
let open = false
const say = () => {
  open = unsaid.length > 0
  status.textContent = unsaid.join('; ')
  unsaid = []
  if (open) setTimeout(say, 2_000)
}
const show = (cell, row, { entry }) => {
  const [name, value] = ['Ученик ' + row, entry.value.code]
  const corner = document.createElement('i')
  corner.append(queued.cloneNode(true))
  cell.replaceChildren(value, corner)
  cell.setAttribute('aria-label', [name, value, 'в очереди'].join(', '))
  saved.textContent = name + ': ' + value + ', сохранено на планшете'
  unsaid.push(saved.textContent)
  if (!open) say()
}
const keep = (row) => {
  const json = JSON.stringify({ kind: 'row', row })
  waiting.set(row.id, Date.now())
  copy.postMessage({ id: row.id, op: 'append', text: hashOf(json).slice(0, 16) + ' ' + json + '\\n' })
}
${openingOf(name)}
let prevHash = like.entry.prevHash
opening.onsuccess = () => {
  const db = opening.result
  grid.addEventListener('keydown', (event) => {
    const word = words[event.code]
    const cell = event.target
    const [row, column] = cell.dataset.at.split(':').map(Number)
    if (!word) return
    event.preventDefault()
    const writing = db.transaction(['log', 'logHead'], 'readwrite', { durability: 'strict' })
    const [log, heads] = [writing.objectStore('log'), writing.objectStore('logHead')]
    let kept
    heads.get(like.logKey).onsuccess = ({ target }) => {
      const seq = (target.result?.lastSeq ?? 0) + 1
      const id = crypto.randomUUID()
      const entry = { ...like.entry, id, seq, prevHash, value: { code: word }, recordedAt: new Date().toISOString() }
      prevHash = hashOf(canonical(entry))
      log.add({ ...like, id, seq, act: crypto.randomUUID(), entry })
      heads.put({ ...like.head, logKey: like.logKey, lastSeq: seq })
      log.get([like.logKey, seq]).onsuccess = ({ target }) => { kept = target.result }
    }
    writing.oncomplete = () => {
      keep(kept)
      if (!${isWhole}) return void (cell.textContent = kept.entry.value.code)
      tabs.postMessage({ log: [[kept.logKey, kept.seq]], id: kept.id, cellKey: kept.cellKey, lesson: kept.lesson })
      show(cell, row, kept)
    }
    cell.tabIndex = -1
    const next = grid.rows[Math.min(row + 1, ${rows - 1})].cells[column]
    next.focus()
    next.tabIndex = 0
  })
  document.title = 'ready'
}
</script>`

/** What the page loads, by the end of its path; the page itself is the rest. */
export const appendingPage = (
  rows: number,
  columns: number,
  entry: unknown,
  { name, isWhole }: { name: string; isWhole: boolean },
) => {
  const hashes = (file: string): string => readFileSync(`node_modules/@noble/hashes/${file}`, 'utf8')
  const scripts = ['sha2.js', '_md.js', '_u64.js', 'utils.js'].map((file) => [file, hashes(file)] as const)
  const files = new Map<string, string>([...scripts, ['worker.js', worker(name)]])
  const body = page(rows, columns, entry, name, isWhole)
  return (url: string): { contentType: string; body: string } => {
    const script = files.get(url.split('/').at(-1) ?? '')
    return script === undefined
      ? { contentType: 'text/html', body }
      : { contentType: 'text/javascript', body: script }
  }
}
