// The hot write for the twin in memory, which has no database under it: the same rows by the twin's own tables.
import type { Append } from '../../../src/store/append.ts'
import type { JournalDatabase } from '../../../src/store/database.ts'
import { endBehind, newestHead } from '../../../src/store/logs.ts'

export const createTwinAppend =
  (db: JournalDatabase): Append =>
  (owner, make) =>
    db.transaction('rw', db.log, db.logHead, async () => {
      const head = newestHead(await db.logHead.toArray(), owner)
      const last = head.lastSeq === 0 ? undefined : await db.log.get([head.logKey, head.lastSeq])
      const { rows, end } = make(endBehind(head, last))
      await db.log.bulkAdd(rows)
      await db.logHead.put(end.head)
      return rows
    })
