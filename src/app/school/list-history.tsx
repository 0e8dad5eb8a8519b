// Who changed the school's lists, and when: each version stays on the hub.
import type { SchoolAnswer } from '../../contract/school-edit-schema.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { editWords } from '../messages/school-lists.ts'
import { dateAndTime } from '../messages/time.ts'

export const ListHistory = ({ answer: { history, school } }: { answer: SchoolAnswer }) => (
  <DataTable
    caption="Кто и когда менял списки"
    head={['Версия', 'Когда', 'Кто', 'Что']}
    rows={history.map(({ version, at, name, lists }) => ({
      key: String(version),
      cells: [
        version,
        dateAndTime(at, school.zone),
        name === 'import' ? 'загрузка списков' : name,
        lists === null ? 'все списки' : lists.map(editWords).join('; '),
      ],
    }))}
  />
)
