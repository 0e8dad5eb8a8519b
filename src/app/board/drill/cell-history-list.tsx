// Everything that was ever recorded in a cell: who, when, on which device, over what, and what became of it.
import { useQuery } from '@tanstack/react-query'
import type { CellHistory } from '../../../contract/history-schema.ts'
import { shownState } from '../../../domain/transfer/not-carried.ts'
import { Glyph } from '../../../ui/glyph.tsx'
import { hubSentence } from '../../messages/problems.ts'
import { refusalSentences } from '../../messages/refusals.ts'
import { drillWords } from '../../messages/screens/board/drill.ts'
import { notCarriedSentence } from '../../messages/screens/not-carried.ts'
import { stateWords } from '../../messages/states.ts'
import { dateAndTime } from '../../messages/time.ts'
import { valueText } from '../../messages/values.ts'
import { useRuntime } from '../../runtime/use-runtime.ts'
import own from './drill.module.css'

type Recorded = CellHistory['entries'][number]

/** The tail of a device's id tells two tablets apart; the whole of it tells a person nothing. */
const deviceWords = ({ source, device }: Recorded): string => {
  if (source === 'ais') return drillWords.foundInAis
  if (source === 'paper') return drillWords.fromPaper
  const which = device === null ? '' : drillWords.tablet(device.slice(-4))
  return source === 'file' ? drillWords.fromFile(which) : which
}

const Entry = ({ one, zone }: { one: Recorded; zone: string }) => (
  <li data-state={one.state}>
    <span>
      <b>{valueText(one.value)}</b>
      {one.saw !== null && <small>{drillWords.saw(valueText(one.saw))}</small>}
    </span>
    <span>
      {one.source === 'ais' ? drillWords.ais : one.name}
      <small>{deviceWords(one)}</small>
    </span>
    <span>
      {drillWords.recorded(dateAndTime(one.recordedAt, zone))}
      <small>{drillWords.received(dateAndTime(one.receivedAt, zone))}</small>
      {one.verifiedAt !== null && <small>{drillWords.readFromAis(dateAndTime(one.verifiedAt, zone))}</small>}
    </span>
    <span>
      <Glyph name={shownState(one)} size={14} /> {stateWords[shownState(one)]}
      {one.verdict !== null && <small>{refusalSentences[one.verdict]}</small>}
      {one.notCarried && <small>{notCarriedSentence(one.notCarried, zone)}</small>}
      {one.note !== null && <small>{drillWords.reason(one.note)}</small>}
    </span>
  </li>
)

export const CellHistoryList = ({ cell }: { cell: string }) => {
  const { hub } = useRuntime()
  const { data } = useQuery({ queryKey: ['board', 'history', cell], queryFn: () => hub.cellHistory(cell) })
  if (!data) return null
  if (data.kind !== 'ok') return <p className={own.under}>{hubSentence(data)}</p>
  const { entries, zone } = data.value
  return (
    <ol className={own.history} aria-label={drillWords.historyLabel}>
      {entries.map((one) => (
        <Entry key={one.id} {...{ one, zone }} />
      ))}
    </ol>
  )
}
