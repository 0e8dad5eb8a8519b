// Keys and what they do, as a list of terms.
type KeyRow = readonly [keys: readonly string[], words: string]

export const KeyRows = ({ rows, className }: { rows: readonly KeyRow[]; className?: string | undefined }) => (
  <dl className={className}>
    {rows.map(([keys, words]) => (
      <div key={words}>
        <dt>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
)
