// The deputy's desk without a screen: lists changed through the same door, and a class of any size made by it.
import { request } from '@playwright/test'
import type { ListEdit, SchoolAnswer } from '../../src/contract/school-edit-schema.ts'
import { lessonById, pupilsOf } from '../../src/domain/lesson.ts'
import type { HubProcess } from './hub-process.ts'

/** Made-up names, as long as names get. */
const newcomers = [
  ['Абдурахманова-Константинопольская', 'Александра-Виктория'],
  ['Бен Хасан-оглы Аль-Мансури', 'Мухаммад Абдуррахман'],
  ['Ёлкина', 'Алёна'],
  ['Елкин', 'Артём'],
  ['О’Коннор', 'Шон'],
  ['Римский-Корсаков', 'Пётр'],
  ['Ю', 'Ия'],
  ['Щербакова-Войцеховская', 'Елизавета'],
  ['Цой', 'Тимур'],
  ['Христорождественский', 'Всеволод'],
] as const

export const createSchoolDesk = async (hub: HubProcess) => {
  const http = await request.newContext({ baseURL: hub.url })
  const signIn = await http.post('/api/session', {
    data: { login: 'zavyalova', password: 'demo', device: 'desk' },
  })
  if (!signIn.ok()) throw new Error(`the deputy was not let in: ${signIn.status()}`)
  const read = async (): Promise<SchoolAnswer> => (await http.get('/api/school')).json()
  const edit = async (...edits: ListEdit[]): Promise<void> => {
    const { school } = await read()
    const answer = await http.post('/api/school', { data: { version: school.version, edits } })
    const { faults, stale } = (await answer.json()) as SchoolAnswer
    if (faults || stale) throw new Error(`the lists were not changed: ${JSON.stringify(faults ?? 'stale')}`)
  }
  const lessonIn = async (id: string) => {
    const { school } = await read()
    const lesson = lessonById(school, id)
    if (!lesson) throw new Error(`no lesson ${id}`)
    return { school, lesson }
  }
  return {
    edit,
    lessonIn,
    /** Adds pupils to the lesson's class until it has so many. */
    fillClass: async (id: string, size: number): Promise<void> => {
      const { school, lesson } = await lessonIn(id)
      const missing = size - pupilsOf(school, lesson).size
      const added = school.pupils.filter((one) => one.id.startsWith('newcomer-')).length
      const rows = Array.from({ length: missing }, (_, n): ListEdit => {
        const at = added + n
        const [lastName, firstName] = newcomers[at % newcomers.length] ?? newcomers[0]
        const middleName = at < newcomers.length ? '' : 'Тестович'
        const row = { id: `newcomer-${at}`, lastName, firstName, middleName, from: '2026-09-01', to: '' }
        return { list: 'pupils', add: { ...row, schoolClass: lesson.classes[0] ?? '' } }
      })
      if (rows.length > 0) await edit(...rows)
    },
    /** The pupil's last day is this one. */
    endStay: async (pupil: string, to: string): Promise<void> => {
      const { school } = await read()
      const stay = school.enrolments.find((one) => one.pupil === pupil && one.to === null)
      const found = school.pupils.find((one) => one.id === pupil)
      if (!stay || !found) throw new Error(`no stay of ${pupil}`)
      const { lastName, firstName, middleName } = found
      const row = { id: pupil, lastName, firstName, middleName: middleName ?? '', from: stay.from, to }
      await edit({
        ...{ list: 'pupils', remove: { id: pupil, from: stay.from } },
        add: { ...row, schoolClass: stay.schoolClass },
      })
    },
    close: () => http.dispose(),
  }
}
