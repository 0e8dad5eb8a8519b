// Calendar-thematic plans (КТП) of six subjects for the parallels 7 to 9, from lists of real section names.
import { hoursOf } from './made-up-curriculum.ts'

export interface MadeUpPlanItem {
  subject: string
  parallel: number
  no: number
  topic: string
  homework: string
}

const schoolWeeks = 34

interface Course {
  /** How a section ends, if not with «Контрольная работа». */
  control?: string
  homework: (paragraph: number, no: number) => string
  // By parallel: «Section: theme, theme; Section: theme».
  7: string
  8: string
  9: string
}

const numbered = (paragraph: number, no: number): string => `§ ${paragraph}, № ${no * 6 + 5}–${no * 6 + 9}`

const courses: Readonly<Record<string, Course>> = {
  algebra: {
    homework: numbered,
    7: `Выражения: числовые выражения, выражения с переменными; Уравнения: корень уравнения, линейное
      уравнение, решение задач; Функции: график, прямая пропорциональность, линейная функция; Степень:
      свойства степени; Одночлены: стандартный вид, умножение, возведение в степень; Многочлены: сумма и
      разность, умножение на одночлен, произведение; Формулы сокращённого умножения: квадрат суммы, разность
      квадратов, сумма кубов; Системы уравнений: подстановка, сложение; Повторение: функции`,
    8: `Рациональные дроби: сокращение, сложение и вычитание, умножение и деление; Квадратные корни:
      арифметический корень, свойства корня, преобразования; Квадратные уравнения: формула корней, теорема
      Виета, задачи; Неравенства: числовые промежутки, линейные неравенства`,
    9: `Квадратичная функция: свойства функций, квадратный трёхчлен, парабола; Уравнения и неравенства: целое
      уравнение, метод интервалов; Системы уравнений: графический способ, способ подстановки; Прогрессии:
      арифметическая, геометрическая, сумма первых членов; Вероятность: комбинаторика, частота`,
  },
  geometry: {
    homework: numbered,
    7: `Начальные сведения: отрезки, углы, перпендикулярные прямые; Треугольники: первый признак равенства,
      медианы и высоты, второй и третий признаки; Параллельные прямые: признаки; Соотношения в треугольнике:
      сумма углов, прямоугольный треугольник`,
    8: `Четырёхугольники: параллелограмм, трапеция, прямоугольник и ромб; Площадь: площадь треугольника,
      теорема Пифагора; Подобие: признаки, средняя линия, синус и косинус; Окружность: касательная`,
    9: `Векторы: сложение, умножение на число; Метод координат: координаты вектора, уравнение окружности;
      Решение треугольников: теорема синусов, теорема косинусов; Длина окружности: правильные многоугольники`,
  },
  russian: {
    control: 'Контрольный диктант',
    homework: (paragraph, no) => `§ ${paragraph}, упр. ${no * 3 + 2}`,
    7: `Повторение: синтаксис, орфография; Причастие: причастный оборот, действительные причастия,
      страдательные причастия; Деепричастие: деепричастный оборот, виды; Наречие: разряды`,
    8: `Словосочетание: виды связи; Простое предложение: подлежащее, сказуемое, второстепенные члены;
      Односоставные предложения: определённо-личные, безличные, назывные; Однородные члены: знаки препинания;
      Обособление: определения, обстоятельства`,
    9: `Сложное предложение: виды, интонация; Сложносочинённое предложение: союзы, запятая; Сложноподчинённое
      предложение: определительные, изъяснительные, обстоятельственные; Бессоюзное предложение: двоеточие`,
  },
  english: {
    control: 'Test',
    homework: (paragraph, no) => `Unit ${paragraph}, ex. ${(no % 9) + 1}, p. ${no + 6}`,
    7: 'Lifestyles: reading, grammar, speaking; Tale Time: listening, writing; In the News: grammar',
    8: 'Socialising: reading, grammar; Food and Shopping: vocabulary, speaking; Great Minds: reading',
    9: 'Celebrations: reading, grammar; Life and Living: vocabulary, writing; Technology: listening',
  },
  history: {
    control: 'Повторительно-обобщающий урок',
    homework: (paragraph, no) => `§ ${paragraph}, ${no % 3 === 0 ? 'даты, термины' : 'вопросы 1–4'}`,
    7: `Великие открытия: Колумб, Магеллан; Реформация: Лютер; Россия в XVI веке: Иван Грозный, опричнина;
      Россия в XVII веке: первые Романовы, церковный раскол`,
    8: `Век Просвещения: идеи, промышленный переворот; Революции: США, Франция; Эпоха Петра I: Северная война,
      реформы; Екатерина II: внутренняя политика, внешняя политика`,
    9: `Россия при Александре I: реформы, война 1812 года; Николай I: промышленность, Крымская война; Великие
      реформы: крестьянская реформа, судебная реформа`,
  },
  physics: {
    homework: (paragraph, no) => `§ ${paragraph}, упр. ${(no % 7) + 1} (1–3)`,
    7: `Строение вещества: молекулы, диффузия; Взаимодействие тел: скорость, плотность, силы; Давление:
      жидкости и газы, закон Архимеда; Работа и энергия: мощность, рычаги`,
    8: `Тепловые явления: теплопередача, плавление, кипение; Электрические явления: ток, закон Ома, мощность;
      Электромагнитные явления: магнитное поле, двигатель; Световые явления: отражение, линзы`,
    9: `Законы движения: ускорение, законы Ньютона, импульс; Колебания и волны: маятник, звук;
      Электромагнитное поле: индукция, свет; Атом и ядро: радиоактивность, реакции`,
  },
}

/** All themes in order; the last of a section ends with a control. */
const themesOf = (text: string): { name: string; theme: string; last: boolean }[] =>
  text.split(/;\s+/).flatMap((section) => {
    const [name = '', list = ''] = section.replace(/\s+/g, ' ').split(': ')
    return list.split(', ').map((theme, n, all) => ({ name, theme, last: n === all.length - 1 }))
  })

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Shares the lessons of a year evenly among the themes. */
const planOf = (subject: string, parallel: 7 | 8 | 9, course: Course): MadeUpPlanItem[] => {
  const themes = themesOf(course[parallel])
  const count = hoursOf(subject, parallel) * schoolWeeks
  const { control = 'Контрольная работа', homework } = course
  return themes.flatMap(({ name, theme, last }, index) => {
    const begin = Math.floor((index * count) / themes.length)
    const end = Math.floor(((index + 1) * count) / themes.length)
    return Array.from({ length: end - begin }, (_, n): MadeUpPlanItem => {
      const no = begin + n + 1
      const ends = last && no === end
      const topic = `${name}. ${ends ? control : `${capital(theme)}, урок ${n + 1}`}`
      // After a control, and now and then, nothing is set: «не задано» must differ from «забыли».
      return { subject, parallel, no, topic, homework: ends || no % 11 === 0 ? '' : homework(index + 1, no) }
    })
  })
}

export const madeUpPlan = (): readonly MadeUpPlanItem[] =>
  Object.entries(courses).flatMap(([subject, course]) =>
    ([7, 8, 9] as const).flatMap((parallel) => planOf(subject, parallel, course)),
  )
