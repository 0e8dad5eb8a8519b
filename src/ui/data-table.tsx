// A quiet table; on a phone each row becomes a card that repeats the heads as labels.
import type { ReactNode } from 'react'
import styles from './data-table.module.css'

export interface DataRow {
  key: string
  cells: readonly ReactNode[]
  tone?: 'warn' | 'bad'
}

export const DataTable = ({
  caption,
  head,
  rows,
}: {
  caption: string
  head: readonly ReactNode[]
  rows: readonly DataRow[]
}) => {
  const columns = head.map((title, id) => ({ id, title }))
  return (
    <div className={styles.wrap}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-tone={row.tone}>
              {columns.map(({ id, title }) => (
                <td key={id}>
                  <span className={styles.label} aria-hidden="true">
                    {title}
                  </span>
                  {row.cells[id]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
