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
  head: readonly string[]
  rows: readonly DataRow[]
}) => (
  <div className={styles.wrap}>
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-tone={row.tone}>
            {row.cells.map((cell, at) => (
              <td key={head[at]} data-label={head[at]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
