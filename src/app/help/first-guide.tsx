// The guide at a person's first opening of the journal on this tablet: above the day, never over a draft or a lesson.
import { useLiveQuery } from 'dexie-react-hooks'
import { markGuideSeen, readGuideSeen, type SignedIn } from '../../store/device.ts'
import { readHalfDone } from '../../store/draft.ts'
import { screenHeading, useGivingFocus } from '../../ui/lost-focus.ts'
import { helpWords } from '../messages/screens/help.ts'
import { heard } from '../runtime/heard.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { Guide } from './guide.tsx'
import styles from './help.module.css'

const Shown = ({ who }: { who: SignedIn }) => {
  const { db } = useRuntime()
  useGivingFocus(screenHeading)
  return (
    <section className={styles.first} aria-label={helpWords.firstGuide}>
      <Guide
        board={who.board}
        done={helpWords.understood}
        onDone={() => heard(markGuideSeen(db, who.person))}
      />
    </section>
  )
}

export const FirstGuide = ({ who }: { who: SignedIn }) => {
  const { db } = useRuntime()
  const wanted = useLiveQuery(
    async () => !(await readGuideSeen(db, who.person)) && (await readHalfDone(db, who.person)).length === 0,
    [db, who.person],
    false,
  )
  return wanted && <Shown who={who} />
}
