// IndexedDB as the journal asks for it: after an opening has failed it is tried once more and never again. An app that
// went on opening a failing storage had all of it emptied by the browser.
const tries = 2

/** The same factory; its `open` throws when the last openings have all failed. */
export const patientFactory = (factory: IDBFactory): IDBFactory => {
  let failed = 0
  const open = (name: string, version?: number): IDBOpenDBRequest => {
    if (failed >= tries) throw new DOMException('the storage failed twice', 'UnknownError')
    const request = factory.open(name, version)
    request.addEventListener('success', () => {
      failed = 0
    })
    request.addEventListener('error', () => {
      failed += 1
    })
    return request
  }
  return {
    open,
    cmp: (a, b) => factory.cmp(a, b),
    databases: () => factory.databases(),
    deleteDatabase: (name) => factory.deleteDatabase(name),
  }
}
