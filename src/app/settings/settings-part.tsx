// What the school has decided where the regulation can be read in several ways; the defaults stand beside.
import { type FormEvent, useState } from 'react'
import type { ListEdit, SchoolAnswer } from '../../contract/school-edit-schema.ts'
import type { School } from '../../domain/school.ts'
import {
  attendanceCodes,
  type ChoiceName,
  defaultSettings,
  letterName,
  type SettingName,
  settingChoices,
  settingLimits,
  settingsOf,
} from '../../domain/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  choiceNotes,
  choiceWords,
  lettersNote,
  lettersTitle,
  scaleNote,
  settingNumber,
  settingTitles,
} from '../messages/school-lists.ts'
import { settingsWords } from '../messages/screens/settings.ts'
import { dateAndTime } from '../messages/time.ts'
import type { SchoolPart } from '../school/use-school-lists.ts'
import styles from './settings.module.css'

const choices = Object.keys(settingChoices) as ChoiceName[]
const numbers = Object.keys(settingLimits) as (keyof typeof settingLimits)[]

interface Draft extends Record<SettingName, string> {
  /** Whether terms in working days end with the work; the hours otherwise stand unused. */
  ends: '24:00' | 'work'
  usual: string
  shortDay: string
}

const draftOf = (school: School): Draft => {
  const settings = Object.entries(settingsOf(school)).map(([name, value]) => [name, String(value)])
  return {
    ...(Object.fromEntries(settings) as Record<SettingName, string>),
    ends: school.endOfWork ? 'work' : '24:00',
    usual: school.endOfWork?.usual ?? '17:00',
    shortDay: school.endOfWork?.shortDay ?? '16:00',
  }
}

/** A row a setting that differs from its default; a default needs none. */
const settingEdits = (school: School, draft: Draft): ListEdit[] =>
  (Object.keys(defaultSettings) as SettingName[]).flatMap((name): ListEdit[] => {
    const before = school.settings?.[name]
    const value = draft[name]
    if (String(settingsOf(school)[name]) === value) return []
    const remove = before === undefined ? {} : { remove: { name } }
    const add = value === String(defaultSettings[name]) ? {} : { add: { name, value } }
    return [{ list: 'settings', ...remove, ...add }]
  })

const endEdits = (school: School, { ends, usual, shortDay }: Draft): ListEdit[] => {
  const { endOfWork } = school
  const same = ends === 'work' ? endOfWork?.usual === usual && endOfWork.shortDay === shortDay : !endOfWork
  if (same) return []
  const remove = endOfWork ? { remove: { usual: endOfWork.usual } } : {}
  return [{ list: 'end-of-work', ...remove, ...(ends === 'work' ? { add: { usual, shortDay } } : {}) }]
}

/** Who set it last; null while nobody has. */
const lastSet = ({ settingChanges = [], school }: SchoolAnswer, setting: string): string | null => {
  const found = settingChanges.find((one) => one.setting === setting)
  if (!found) return null
  const name = found.name === 'import' ? settingsWords.fromLists : found.name
  return settingsWords.lastSet(name, dateAndTime(found.at, school.zone))
}

const noteOf = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join('; ')

const SettingsForm = ({ answer, edit, mayEdit }: SchoolPart) => {
  const { school } = answer
  const [draft, setDraft] = useState(() => draftOf(school))
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change })
  const edits = [...settingEdits(school, draft), ...endEdits(school, draft)]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (edits.length > 0) void edit(edits)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {choices.map((name) => (
        <SelectField
          key={name}
          label={settingTitles[name]}
          note={noteOf(
            settingsWords.usually(choiceWords[name][defaultSettings[name]]),
            choiceNotes[name] ?? null,
            lastSet(answer, name),
          )}
          disabled={!mayEdit}
          value={draft[name]}
          choices={settingChoices[name].map((value) => ({ value, label: choiceWords[name][value] ?? value }))}
          onChoose={(value) => set({ [name]: value })}
        />
      ))}
      <TextField
        label={settingTitles.markScale}
        note={noteOf(scaleNote, lastSet(answer, 'markScale'))}
        required
        disabled={!mayEdit}
        maxLength={200}
        value={draft.markScale}
        onChange={(event) => set({ markScale: event.currentTarget.value })}
      />
      <fieldset className={styles.letters}>
        <legend>{lettersTitle}</legend>
        <small>{lettersNote}</small>
        {attendanceCodes.map(letterName).map((name) => (
          <TextField
            key={name}
            label={settingTitles[name]}
            note={noteOf(settingsWords.usually(defaultSettings[name]), lastSet(answer, name))}
            required
            disabled={!mayEdit}
            maxLength={4}
            value={draft[name]}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
          />
        ))}
      </fieldset>
      <SelectField
        label={settingsWords.termEnds}
        note={noteOf(settingsWords.usuallyMidnight, lastSet(answer, 'endOfWork'))}
        disabled={!mayEdit}
        value={draft.ends}
        choices={[
          { value: '24:00', label: settingsWords.midnight },
          { value: 'work', label: settingsWords.endOfWork },
        ]}
        onChoose={(ends) => set({ ends: ends === 'work' ? 'work' : '24:00' })}
      />
      {draft.ends === 'work' && (
        <div className={styles.pair}>
          <TextField
            label={settingsWords.workUntil}
            type="time"
            required
            disabled={!mayEdit}
            value={draft.usual}
            onChange={(event) => set({ usual: event.currentTarget.value })}
          />
          <TextField
            label={settingsWords.shortUntil}
            type="time"
            required
            disabled={!mayEdit}
            value={draft.shortDay}
            onChange={(event) => set({ shortDay: event.currentTarget.value })}
          />
        </div>
      )}
      {numbers.map((name) => (
        <TextField
          key={name}
          label={settingTitles[name]}
          note={noteOf(
            settingsWords.usually(settingNumber(name, defaultSettings[name])),
            lastSet(answer, name),
          )}
          type="number"
          required
          disabled={!mayEdit}
          min={settingLimits[name][0]}
          max={settingLimits[name][1]}
          value={draft[name]}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      ))}
      {mayEdit && (
        <div>
          <Button kind="primary" type="submit" disabled={edits.length === 0}>
            {edits.length === 0 ? settingsWords.unchanged : settingsWords.save}
          </Button>
        </div>
      )}
    </form>
  )
}

export const SettingsPart = (part: SchoolPart) => (
  <Panel title={settingsWords.title}>
    <SettingsForm key={JSON.stringify(part.answer.school.settings)} {...part} />
  </Panel>
)
