// A quiet table; on a phone each row becomes a card that repeats the heads as labels. A dense one stays a table there.
import type { ReactNode } from 'react'
import styles from './data-table.module.css'

export interface DataRow {
  key: string
  cells: readonly ReactNode[]
  tone?: 'warn' | 'bad'
}

interface DataTableProps {
  caption: string
  head: readonly ReactNode[]
  rows: readonly DataRow[]
  /** For a narrow column: small figures, the first column is read. */
  dense?: boolean
  /** Said below the rows, inside the same frame. */
  children?: ReactNode
}

export const DataTable = ({ caption, head, rows, dense = false, children }: DataTableProps) => {
  const columns = head.map((title, id) => ({ id, title }))
  return (
    <div className={styles.wrap} data-dense={dense}>
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
                  {!dense && (
                    <span className={styles.label} aria-hidden="true">
                      {title}
                    </span>
                  )}
                  {row.cells[id]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </div>
  )
}
