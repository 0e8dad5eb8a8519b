// A key of the panel: a sign, and the word for it.
import styles from './panel.module.css'

interface KeyProps {
  sign: string
  word?: string
  /** What is heard where sign and word say too little. */
  name?: string
  pressed?: boolean
  onPress(): void
}

export const Key = ({ sign, word, name, pressed, onPress }: KeyProps) => (
  <button type="button" className={styles.key} aria-pressed={pressed ?? false} onClick={onPress}>
    {name && <span className="visually-hidden">{name}</span>}
    <b aria-hidden={Boolean(name)} data-long={sign.length > 3}>
      {sign}
    </b>
    {word && <small aria-hidden={Boolean(name)}>{word}</small>}
  </button>
)
