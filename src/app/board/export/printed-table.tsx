// A table on paper: words and figures, nothing where it has no row.

export const PrintedTable = ({
  caption,
  head,
  rows,
  figures = [],
}: {
  caption: string
  head: readonly string[]
  /** Columns of figures with their units: they are never broken. */
  figures?: readonly string[]
  rows: readonly { key: string; cells: readonly string[] }[]
}) =>
  rows.length === 0 ? null : (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {head.map((title, at) => (
              <td key={title} data-figure={figures.includes(title)}>
                {row.cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
