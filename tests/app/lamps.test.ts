// The three lamps: what the engine and the tablet's memory know → the form and the words. Green only for what answers now.
import { describe, expect, it } from 'vitest'
import { lampRows } from '../../src/app/shell/lamp-rows.ts'
import { noLamps } from '../../src/store/device.ts'
import { firstStatus, type HubReach, type SyncStatus } from '../../src/sync/status.ts'
import { at } from '../regulation/recorded.ts'

const zone = 'Asia/Barnaul'
/** Monday. */
const now = at('23.11 09:40')
const status = (more: Partial<SyncStatus>): SyncStatus => ({ ...firstStatus, ...more })
const friday = { networkAt: at('20.11 09:15'), hubAt: at('20.11 09:15'), aisAt: at('20.11 08:50') }
const today = { networkAt: at('23.11 09:15'), hubAt: at('23.11 09:15'), aisAt: at('23.11 08:50') }
const probe = (reach: 'up' | 'down', when: string) => ({ at: at(when), reach, evidence: '' })
const lit = { hub: 'answers', hubAt: now, networkAt: now } as const

const rows: [string, Partial<SyncStatus>, Partial<typeof friday>, [string, string][]][] = [
  [
    'nothing was ever known',
    {},
    {},
    [
      ['unknown', 'проверяется, нет сведений'],
      ['unknown', 'проверяется, нет сведений'],
      ['unknown', 'нет сведений'],
    ],
  ],
  [
    'a cold start, known of today',
    {},
    today,
    [
      ['lastKnown', 'проверяется, была в 09:15'],
      ['lastKnown', 'проверяется, был в 09:15'],
      ['lastKnown', 'последний раз в 08:50'],
    ],
  ],
  [
    'silent since Friday: the times carry their date',
    { hub: 'silent' },
    friday,
    [
      ['silent', 'нет связи, была пт 20.11 09:15'],
      ['silent', 'не отвечает, был пт 20.11 09:15'],
      ['lastKnown', 'последний раз пт 20.11 08:50'],
    ],
  ],
  [
    'the hub answers and has seen АИС up',
    { ...lit, ais: probe('up', '23.11 09:39') },
    friday,
    [
      ['answers', 'есть'],
      ['answers', 'отвечает'],
      ['answers', 'доступна, 09:39'],
    ],
  ],
  [
    'the hub answers, АИС is down',
    { ...lit, ais: probe('down', '23.11 09:39') },
    friday,
    [
      ['answers', 'есть'],
      ['answers', 'отвечает'],
      ['silent', 'недоступна, была пт 20.11 08:50'],
    ],
  ],
  [
    'АИС is down and was never seen up',
    { ...lit, ais: probe('down', '23.11 09:39') },
    {},
    [
      ['answers', 'есть'],
      ['answers', 'отвечает'],
      ['silent', 'недоступна, 09:39'],
    ],
  ],
  [
    'a captive portal answers in the hub’s place: the network is there, АИС is not known',
    { hub: 'portal', networkAt: now, hubAt: at('23.11 09:20'), ais: probe('up', '23.11 09:19') },
    today,
    [
      ['answers', 'есть'],
      ['silent', 'отвечает не он, был в 09:20'],
      ['lastKnown', 'последний раз в 09:19'],
    ],
  ],
  [
    'the last answer is minutes old and nobody has asked since',
    {
      hub: 'answers',
      hubAt: at('23.11 09:30'),
      networkAt: at('23.11 09:30'),
      ais: probe('up', '23.11 09:29'),
    },
    today,
    [
      ['lastKnown', 'проверяется, была в 09:30'],
      ['lastKnown', 'проверяется, был в 09:30'],
      ['lastKnown', 'последний раз в 09:29'],
    ],
  ],
]

describe('the lamps', () => {
  it.each(rows)('%s', (_, known, kept, expected) => {
    const { network, server, ais } = lampRows(status(known), { ...noLamps, ...kept }, now, zone)
    expect([network, server, ais].map(({ state, note }) => [state, note])).toEqual(expected)
  })
  it('never show a disc for АИС while the hub does not answer', () => {
    const reaches: HubReach[] = ['unknown', 'silent', 'portal', 'busy', 'full', 'updateNeeded']
    for (const hub of reaches) {
      const known = status({ hub, networkAt: now, hubAt: now, ais: probe('up', '23.11 09:39') })
      const { server, ais } = lampRows(known, noLamps, now, zone)
      expect([hub, server.state === 'answers', ais.state]).toEqual([hub, false, 'lastKnown'])
    }
  })
})
