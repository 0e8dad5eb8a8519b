// The least a page can do for a key in a grid: one strict IndexedDB append of an entry, one text changed. The measure.

/** Script of a page that opens a journal of this name, with the app's stores and indexes, as «opening». */
export const openingOf = (name: string): string => `const opening = indexedDB.open('${name}', 1)
opening.onupgradeneeded = () => {
  const log = opening.result.createObjectStore('log', { keyPath: ['logKey', 'seq'] })
  log.createIndex('id', 'id', { unique: true })
  log.createIndex('cellKey', 'cellKey')
  log.createIndex('lesson', 'lesson')
  log.createIndex('act', ['logKey', 'act'])
  opening.result.createObjectStore('logHead', { keyPath: 'logKey' })
}`

/** As many rows as the class, as many columns as the grid shows. Its script is what a browser runs, as text. */
export const plainPage = (rows: number, columns: number, entry: unknown): string => `<!doctype html>
<meta charset="utf-8"><title>plain</title>
<style>td { width: 60px; height: 44px; border: 1px solid; text-align: center }</style>
<table id="grid"></table>
<script>
const grid = document.getElementById('grid')
for (let row = 0; row < ${rows}; row += 1) {
  const line = grid.insertRow()
  for (let column = 0; column < ${columns}; column += 1) {
    const cell = line.insertCell()
    cell.tabIndex = -1
    cell.dataset.at = row + ':' + column
  }
}
const like = ${JSON.stringify(entry)}
const words = { KeyJ: 'ОП', KeyD: 'ОСВ' }
${openingOf('plain')}
opening.onsuccess = () => {
  const db = opening.result
  grid.addEventListener('keydown', (event) => {
    const word = words[event.code]
    const cell = event.target
    const [row, column] = cell.dataset.at.split(':').map(Number)
    if (!word) return
    event.preventDefault()
    const writing = db.transaction(['log', 'logHead'], 'readwrite', { durability: 'strict' })
    const heads = writing.objectStore('logHead')
    heads.get(like.logKey).onsuccess = ({ target }) => {
      const seq = (target.result?.lastSeq ?? 0) + 1
      const id = crypto.randomUUID()
      const entry = { ...like.entry, id, seq, value: { code: word }, recordedAt: new Date().toISOString() }
      writing.objectStore('log').add({ ...like, id, seq, act: crypto.randomUUID(), entry })
      heads.put({ ...like.head, logKey: like.logKey, lastSeq: seq })
    }
    writing.oncomplete = () => { cell.textContent = word }
    grid.rows[Math.min(row + 1, ${rows - 1})].cells[column].focus()
  })
  document.title = 'ready'
}
</script>`
