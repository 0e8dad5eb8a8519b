// The school's lists as the hub holds them, and edits of them. Online by nature: a tablet edits no lists.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { HubOutcome } from '../../contract/hub-client.ts'
import type { ListEdit, SchoolAnswer } from '../../contract/school-edit-schema.ts'
import { hubSentence } from '../messages/problems.ts'
import { faultSentence } from '../messages/school-lists.ts'
import { schoolPageWords } from '../messages/screens/school/page.ts'
import { keepLast } from '../runtime/keep-last.ts'
import { useRuntime } from '../runtime/use-runtime.ts'
import { announce } from '../shell/announcer.tsx'
import { createEditLine, createOwnVersions } from './edit-line.ts'

const key = ['school']

/** Why nothing was changed, a line a row; null when it was. */
const troubleOf = (outcome: HubOutcome<SchoolAnswer>): string[] | null => {
  if (outcome.kind !== 'ok') return [hubSentence(outcome) ?? '']
  const { faults, stale } = outcome.value
  if (stale) return [schoolPageWords.changedMeanwhile]
  return faults ? faults.map(faultSentence) : null
}

interface DrawnEdits {
  /** The version that stood on the screen. */
  drawn: number
  edits: readonly ListEdit[]
}

export const useSchoolLists = () => {
  const { hub, wake } = useRuntime()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => hub.school(),
    refetchInterval: 60_000,
    structuralSharing: keepLast,
  })
  const [trouble, setTrouble] = useState<readonly string[] | null>(null)
  const [versions] = useState(createOwnVersions)
  /** Upon the version that the person saw, own edits since included; true once the hub has the next one. */
  const send = async ({ drawn, edits }: DrawnEdits): Promise<boolean> => {
    const version = versions.newest(drawn)
    const outcome = await hub.editSchool({ version, edits: [...edits] })
    const found = troubleOf(outcome)
    setTrouble(found)
    if (outcome.kind === 'ok') queries.setQueryData(key, outcome)
    if (found !== null) return false
    if (outcome.kind === 'ok') versions.made(version, outcome.value.school.version)
    announce(schoolPageWords.saved)
    wake('tap')
    return true
  }
  const [line] = useState(() => createEditLine(send))
  const drawn = data?.kind === 'ok' ? data.value.school.version : 0
  const edit = useMemo(() => (edits: readonly ListEdit[]) => line({ drawn, edits }), [line, drawn])
  return { data, edit, trouble }
}

/**
 * An edit goes by the version of the lists that its person saw. A form that was filled from them keeps the one it was
 * opened on: what somebody else has changed since makes it stale, and is not put back unseen.
 */
export const useAtOpening = <T>(edit: T): T => useState(() => edit)[0]

export type EditLists = ReturnType<typeof useSchoolLists>['edit']

/** What each part of the page works with. */
export interface SchoolPart {
  answer: SchoolAnswer
  edit: EditLists
  mayEdit: boolean
}
