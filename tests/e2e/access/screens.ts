// Every screen of the app with a person who sees it: what the stories of access walk through.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** A newcomer has not put the first guide away. */
export type Viewer = 'teacher' | 'classTeacher' | 'deputy' | 'newcomer' | 'nobody'

/** What a path may need to know of the day that was played before. */
export interface Places {
  lesson: string
  conflict: string
}

export interface Screen {
  name: string
  /** As the app writes it. */
  route: string
  who: Viewer
  path(places: Places): string
  /** Of a lesson: the list without a word. */
  view?: 'grid' | 'cards'
  /** Seen once the screen has its content. */
  shows: RegExp
  /** A state of it that one act opens. */
  act?(page: Page): Promise<unknown>
}

const at = (path: string) => () => path
const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()

/** The panel of a cell, without writing into it: the arrows only walk. */
const chooseSecondCell = async (page: Page): Promise<void> => {
  await page.locator('[data-cell="2:0"]').focus()
  await page.keyboard.press('ArrowUp')
}

/** The third pupil is away, so a mark asks first: nothing is written before the answer. */
const askBesideAbsence = async (page: Page): Promise<void> => {
  await page.locator('[data-cell="2:1"]').click()
  await page
    .getByRole('group', { name: /ответ на уроке/ })
    .getByRole('button', { name: '5', exact: true })
    .click()
}

/** What a card keeps outlives a screen, so each of its states is made from whatever the one before has left. */
const cardWith = (state: { other?: boolean; chosen?: boolean }) => async (page: Page) => {
  const takeBack = page.getByRole('button', { name: 'Отменить выбор' })
  const other = page.getByRole('button', { name: 'Другое значение' })
  await takeBack.or(other).waitFor()
  if (await takeBack.isVisible()) await takeBack.click()
  await other.waitFor()
  const isOpen = (await other.getAttribute('aria-expanded')) === 'true'
  if (isOpen !== (state.other ?? false)) await other.click()
  const put = page.getByRole('button', { name: 'Выберите или впишите значение' })
  await put.waitFor({ state: state.other ? 'visible' : 'hidden' })
  if (!state.chosen) return
  await page
    .getByRole('button', { name: /^Оставить/ })
    .first()
    .click()
  await takeBack.waitFor()
  // Opened anew it is recorded by nobody but a press: it stands still for as long as it is looked at.
  await page.reload()
  await takeBack.waitFor()
}

const cardState = (name: string, state: Parameters<typeof cardWith>[0]): Screen => ({
  ...{ name, route: '/conflicts/:key?', who: 'teacher', shows: /Пока не выбрано, в АИС СРО/ },
  path: ({ conflict }) => `/conflicts/${encodeURIComponent(conflict)}`,
  act: cardWith(state),
})

const signInWrongly = async (page: Page): Promise<void> => {
  await page.getByLabel('Имя для входа').fill('nobody')
  await page.getByLabel('Пароль временного журнала').fill('wrong')
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor()
}

const listState = (name: string, act: (page: Page) => Promise<unknown>): Screen => ({
  ...{ name, act, route: '/lesson/:id', who: 'teacher', shows: /й урок ·/ },
  path: ({ lesson }) => `/lesson/${encodeURIComponent(lesson)}`,
})

const lessonIn = (view: 'grid' | 'cards', name: string = view) => ({
  ...{ name, view, route: '/lesson/:id', who: 'teacher' as const },
  path: ({ lesson }: Places) => `/lesson/${encodeURIComponent(lesson)}`,
  shows: view === 'grid' ? /предлагается: на уроке/ : /^\d+ из \d+/,
})

const openHelp = (part: string) => async (page: Page) => {
  await press('Справка')(page)
  await page.getByRole('button', { name: part }).click()
}

export const screens: readonly Screen[] = [
  { name: 'today', route: '/today/:date?', who: 'teacher', path: at('/today'), shows: /Где мои записи/ },
  { name: 'today-guide', route: '/today/:date?', who: 'newcomer', path: at('/today'), shows: /Понятно/ },
  {
    ...{ name: 'lesson', route: '/lesson/:id', who: 'teacher', shows: /й урок ·/ },
    path: ({ lesson }) => `/lesson/${encodeURIComponent(lesson)}`,
  },
  listState('lesson-cell', chooseSecondCell),
  listState('lesson-whole-class', press('Весь класс сразу')),
  listState('lesson-add-pupil', press('Ученика нет в списке')),
  listState('lesson-question', askBesideAbsence),
  listState('lesson-task', async (page) => {
    await chooseSecondCell(page)
    await press('задание')(page)
  }),
  lessonIn('grid'),
  { ...lessonIn('grid', 'grid-mark'), act: (page) => page.locator('[data-at]:focus').press('ArrowRight') },
  { ...lessonIn('grid', 'grid-whole-class'), act: press('Весь класс сразу') },
  { ...lessonIn('grid', 'grid-works'), act: press('Добавить работу') },
  { ...lessonIn('grid', 'grid-keys'), act: press('Клавиши') },
  lessonIn('cards'),
  { ...lessonIn('cards', 'cards-mark'), act: press('Отметки') },
  { ...lessonIn('cards', 'cards-task'), act: press('задание') },
  { ...lessonIn('cards', 'cards-whole-class'), act: press('Весь класс сразу') },
  {
    ...lessonIn('cards', 'cards-lesson'),
    act: async (page) => {
      await press('Урок: тема')(page)
      await press('Добавить работу')(page)
    },
  },
  {
    ...{ name: 'lesson-unknown', route: '/lesson/:id', who: 'teacher', shows: /Такого урока/ },
    path: at('/lesson/none@2026-01-01'),
  },
  { name: 'outbox', route: '/outbox', who: 'teacher', path: at('/outbox'), shows: /Счёт сошёлся/ },
  cardState('conflicts', {}),
  cardState('conflicts-other', { other: true }),
  cardState('conflicts-chosen', { chosen: true }),
  {
    ...{ name: 'conflicts-none', route: '/conflicts/:key?', who: 'classTeacher', path: at('/conflicts') },
    shows: /Расхождений нет/,
  },
  {
    ...{ name: 'outbox-empty', route: '/outbox', who: 'classTeacher', path: at('/outbox') },
    shows: /Здесь появятся ваши записи/,
  },
  { name: 'transfer', route: '/transfer', who: 'teacher', path: at('/transfer'), shows: /сессию АИС СРО/ },
  { name: 'provisional', route: '/provisional', who: 'teacher', path: at('/provisional'), shows: /Записать/ },
  {
    ...{ name: 'terms', route: '/terms', who: 'teacher', path: at('/terms'), shows: /Итоговые отметки/ },
    act: (page) => page.locator('[data-cell="0:1"]').click(),
  },
  { name: 'documents', route: '/documents', who: 'classTeacher', path: at('/documents'), shows: /Внести/ },
  { name: 'outages', route: '/outages', who: 'deputy', path: at('/outages'), shows: /Случай № 1/ },
  {
    ...{ name: 'outages-form', route: '/outages', who: 'deputy', path: at('/outages'), shows: /Случай № 1/ },
    act: press('Внести случай'),
  },
  { name: 'school', route: '/school/:part?', who: 'deputy', path: at('/school'), shows: /Уроки/ },
  ...['timetable', 'days', 'pupils', 'staff', 'groups', 'calendar', 'settings', 'unbound', 'history'].map(
    (part): Screen => ({
      ...{ name: `school-${part}`, route: '/school/:part?', who: 'deputy' },
      ...{ path: at(`/school/${part}`), shows: /Кто менял/ },
    }),
  ),
  { name: 'board', route: '/board', who: 'deputy', path: at('/board'), shows: /Рябинина/ },
  {
    ...{ name: 'board-teacher', route: '/board/teacher/:id', who: 'deputy', shows: /Рябинина/ },
    path: at('/board/teacher/t01'),
  },
  {
    ...{ name: 'board-period', route: '/board/period', who: 'deputy', shows: /Сроки по пунктам/ },
    path: at('/board/period'),
  },
  {
    ...{ name: 'board-lesson', route: '/board/lesson/:id', who: 'deputy', shows: /Только чтение/ },
    path: ({ lesson }) => `/board/lesson/${encodeURIComponent(lesson)}`,
    act: press('История'),
  },
  {
    ...{ name: 'board-terms', route: '/board/terms/:class?', who: 'deputy', path: at('/board/terms') },
    shows: /Кто поставил/,
    act: press('Внесено в АИС вручную: 1 отметка…'),
  },
  { name: 'losses', route: '/losses', who: 'deputy', path: at('/losses'), shows: /Рябинина/ },
  {
    ...{ name: 'losses-form', route: '/losses', who: 'deputy', path: at('/losses'), shows: /Рябинина/ },
    act: press('Планшет утрачен'),
  },
  ...['Этот экран', 'Знаки', 'Клавиши', 'Начало', 'Планшет'].map(
    (title, n): Screen => ({
      ...{ name: `help-${n + 1}`, route: '/today/:date?', who: 'teacher', path: at('/today') },
      ...{ shows: /Где мои записи/, act: openHelp(title) },
    }),
  ),
  { name: 'sign-out', route: '/sign-in', who: 'teacher', path: at('/sign-in'), shows: /работает/ },
  { name: 'sign-in', route: '/sign-in', who: 'nobody', path: at('/sign-in'), shows: /Пароль/ },
  {
    ...{ name: 'sign-in-wrong', route: '/sign-in', who: 'nobody', path: at('/sign-in'), shows: /Пароль/ },
    act: signInWrongly,
  },
]

/** Where the routes are written: everybody's, and the deputy's in their own file. */
const routeFiles = ['src/app/shell/app.tsx', 'src/app/shell/desk/desk-pages.tsx']

/** The routes that the app has, read from its own source. */
export const routesOfApp = (): string[] =>
  routeFiles.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? ''),
  )
