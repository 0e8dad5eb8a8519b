// Who changed the school's lists, and when: each version stays on the hub.
import type { SchoolAnswer } from '../../contract/school-edit-schema.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { editWords } from '../messages/school-lists.ts'
import { schoolFields } from '../messages/screens/school/fields.ts'
import { schoolPageWords } from '../messages/screens/school/page.ts'
import { dateAndTime } from '../messages/time.ts'

export const ListHistory = ({ answer: { history, school } }: { answer: SchoolAnswer }) => (
  <DataTable
    caption={schoolPageWords.historyCaption}
    head={[schoolPageWords.version, schoolPageWords.when, schoolPageWords.who, schoolFields.what]}
    rows={history.map(({ version, at, name, lists }) => ({
      key: String(version),
      cells: [
        version,
        dateAndTime(at, school.zone),
        name === 'import' ? schoolPageWords.loaded : name,
        lists === null ? schoolPageWords.allLists : lists.map(editWords).join('; '),
      ],
    }))}
  />
)
