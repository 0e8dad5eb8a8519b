// «Сбои»: the register of outages (п. 3.1). Everything that was seen or said stays; a later word stands beside it.
import { useState } from 'react'
import { mayConfirmOutage } from '../../domain/role.ts'
import type { SignedIn } from '../../store/device.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Panel } from '../../ui/panel.tsx'
import { hubSentence } from '../messages/problems.ts'
import { outagePageWords } from '../messages/screens/outages.ts'
import { useSchool } from '../runtime/use-runtime.ts'
import { OutageCard } from './outage-card.tsx'
import { OutageForm } from './outage-form.tsx'
import styles from './outages.module.css'
import { PlannedOutages } from './planned-outages.tsx'
import { useRegister } from './use-register.ts'

export const OutagesPage = ({ who }: { who: SignedIn }) => {
  const school = useSchool()
  const { data, act, trouble } = useRegister()
  const [form, setForm] = useState<'open' | 'plan' | null>(null)
  const mayAct = school ? mayConfirmOutage(school, who.person) : false
  if (!data) return null
  if (data.kind !== 'ok') {
    return (
      <div className={styles.page}>
        <h1>{outagePageWords.title}</h1>
        <Panel tone="warn" title={outagePageWords.unavailable}>
          {hubSentence(data)}
        </Panel>
      </div>
    )
  }
  const register = data.value
  return (
    <div className={styles.page}>
      <h1>{outagePageWords.titleWithClause}</h1>
      {mayAct && form === null && (
        <div className={styles.row}>
          <Button kind="primary" onClick={() => setForm('open')}>
            {outagePageWords.enterCase}
          </Button>
          <Button onClick={() => setForm('plan')}>{outagePageWords.plan}</Button>
        </div>
      )}
      {form && (
        <Panel title={form === 'open' ? outagePageWords.caseMissed : outagePageWords.plannedBreak}>
          <OutageForm kind={form} register={register} act={act} onDone={() => setForm(null)} />
        </Panel>
      )}
      {trouble && (
        <Panel tone="bad" role="alert">
          {trouble}
        </Panel>
      )}
      <PlannedOutages {...{ register, act, mayAct }} />
      {register.outages.map((listed) => (
        <OutageCard
          key={listed.outage.no}
          {...{ listed, register, act, mayAct }}
          calendar={school ?? register}
        />
      ))}
      {register.outages.length === 0 && (
        <EmptyState title={outagePageWords.noneTitle}>{outagePageWords.none}</EmptyState>
      )}
    </div>
  )
}
