// The keys by place.
import { keyGroups } from '../messages/help/keys.ts'
import styles from './help.module.css'

export const KeyGroups = () =>
  keyGroups.map((group) => (
    <section key={group.title}>
      <h3 className={styles.title}>{group.title}</h3>
      <dl className={styles.keys}>
        {group.rows.map(([keys, words]) => (
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
    </section>
  ))
