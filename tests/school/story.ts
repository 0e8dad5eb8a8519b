// A whole school in memory for one story: real tablets, engine and hub, the stand-in АИС on a socket, one clock.
import type { HubOutcome } from '../../src/contract/hub-client.ts'
import type { OutageAct } from '../../src/contract/outage-schema.ts'
import type { ListEdit } from '../../src/contract/school-edit-schema.ts'
import { type Lesson, lessonById } from '../../src/domain/lesson.ts'
import { announcedAt } from '../../src/domain/register/announced.ts'
import type { PersonId, School } from '../../src/domain/school.ts'
import { readAnnounced } from '../../src/store/pulled.ts'
import { readReference } from '../../src/store/reference.ts'
import { createStandInRig } from '../demo/stand-in-rig.ts'
import { tinySchool } from '../domain/tiny-school.ts'
import { databases } from '../hub/databases.ts'
import { createHubRig } from '../hub/hub-rig.ts'
import { at } from '../regulation/recorded.ts'
import { createTablet, type TabletOptions } from '../sync/tablet.ts'
import { createTurnableClock } from '../turnable-clock.ts'

/** Algebra in 7А first on every working day, Monday `w1` to Friday `w5`, beside the tiny school's own lessons. */
export const storySchool: School = {
  ...tinySchool,
  timetable: [
    ...tinySchool.timetable.filter((slot) => slot.id !== 's1'),
    ...[1, 2, 3, 4, 5].map((weekday) => ({ id: `w${weekday}`, weekday, period: 1, assignment: 'alg7a' })),
  ],
}

const need = <T>(outcome: HubOutcome<T>): T => {
  if (outcome.kind !== 'ok') throw new Error(`the hub answered ${outcome.kind}`)
  return outcome.value
}

/** `from` is a moment as `24.11 07:30`. */
export const tellStory = async (from: string, school: School = storySchool) => {
  const closing: (() => Promise<void>)[] = []
  const clock = createTurnableClock(at(from))
  const [sqlite] = databases
  if (!sqlite) throw new Error('no database to tell it in')
  const database = await sqlite.open()
  const ais = await createStandInRig(clock)
  const rig = await createHubRig({ db: database.db, school, clock, target: ais.target })
  closing.push(database.drop, ais.standIn.close, rig.hub.close)
  const desk = (await rig.signIn('deputy', 'desk')).client

  /** Turns the clock and lets the watch look at АИС. */
  const look = async (when: string): Promise<void> => {
    clock.set(at(when))
    await rig.hub.watch?.look()
    await rig.hub.announced.look()
  }
  const tabletOf = async (person: PersonId, more: Partial<TabletOptions> = {}) => {
    const device = more.device ?? `tablet-${person}`
    const browser = await rig.signIn(person, device)
    const tablet = await createTablet({ clock, send: browser.send, person, device, ...more })
    closing.push(tablet.close)
    tablet.engine.start()
    await tablet.rest()
    /** Back in the network: what waits goes out, what is new comes in. */
    const meetHub = async (): Promise<void> => {
      tablet.network.send = browser.send
      tablet.engine.wake('online')
      await tablet.rest()
    }
    /** Opens a session of АИС and lets the hub carry this person's entries. */
    const transfer = async (): Promise<void> => {
      const { sessionPage } = need(await browser.client.transfer())
      const back = await ais.click(sessionPage)
      await browser.send({ method: 'GET', path: back.pathname + back.search, body: null, timeoutMs: 1 })
      await rig.hub.carrier?.idle()
      await meetHub()
    }
    const lists = async (): Promise<School> => (await readReference(tablet.db)) ?? school
    /** What is announced of the tablet's own knowledge. */
    const announced = async () => announcedAt(await readAnnounced(tablet.db), clock.instant())
    return { ...tablet, meetHub, transfer, lists, announced, client: browser.client }
  }
  const edit = async (...edits: ListEdit[]): Promise<void> => {
    const { version } = need(await desk.school()).school
    const answer = need(await desk.editSchool({ version, edits }))
    if (answer.faults ?? answer.stale) throw new Error(JSON.stringify(answer.faults))
  }
  return {
    ...{ clock, rig, ais, look, tabletOf, edit, database },
    act: async (act: OutageAct) => need(await desk.outageAct(act)),
    register: async () => need(await desk.register()).outages.map((one) => one.outage),
    planned: async () => need(await desk.register()).planned,
    withdrawn: async () => need(await desk.register()).withdrawn,
    /** The lessons that each outage met. */
    linked: async () => need(await desk.register()).outages.map((one) => one.lessons),
    board: async () => need(await desk.board()),
    /** What the linter says of a date: «algebraist homework late». */
    findings: async (date: string) =>
      need(await desk.findings(date)).findings.map(({ finding, place }) => ({ ...finding, place })),
    alerts: async (date: string) => need(await desk.findings(date)).alerts,
    end: async () => {
      for (const close of closing.reverse()) await close()
    },
  }
}

export type Story = Awaited<ReturnType<typeof tellStory>>
export type StoryTablet = Awaited<ReturnType<Story['tabletOf']>>

export const lessonIn = (school: School, id: string): Lesson => {
  const lesson = lessonById(school, id)
  if (!lesson) throw new Error(`no lesson ${id}`)
  return lesson
}

/** Attendance of one pupil and the topic: enough of a lesson to follow it everywhere. */
export const recordLesson = async (tablet: StoryTablet, lesson: string): Promise<void> => {
  await tablet.write({ kind: 'attendance', lesson, pupil: 'p1' }, { code: 'absent' })
  await tablet.write({ kind: 'topic', lesson }, { planItem: null, text: 'Одночлены' })
}
