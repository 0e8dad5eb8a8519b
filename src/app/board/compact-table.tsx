// A small table of the board's narrow column: it stays a table on a phone too.
import type { ReactNode } from 'react'
import styles from './compact-table.module.css'

interface CompactTableProps {
  caption: ReactNode
  head: readonly string[]
  rows: readonly { key: string; tone?: 'bad'; cells: readonly ReactNode[] }[]
  children?: ReactNode
}

export const CompactTable = ({ caption, head, rows, children }: CompactTableProps) => {
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
              {columns.map(({ id }) => (
                <td key={id}>{row.cells[id]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </div>
  )
}
