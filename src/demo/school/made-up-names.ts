// Made-up Russian names by gendered rules, and the seeded chance that picks them.

export type Random = () => number

export interface FullName {
  lastName: string
  firstName: string
  middleName: string
}

/** mulberry32: tiny and the same on every machine, so a demo looks alike everywhere. */
export const seeded = (seed: number): Random => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('Nothing to pick from')
  return one
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const surnames = words(`
  Абрамов Алексеев Андреев Антонов Афанасьев Баранов Белов Белоусов Беляев Борисов Быков Васильев Виноградов
  Волков Воробьёв Воронцов Гаврилов Герасимов Горбунов Григорьев Громов Гусев Давыдов Данилов Денисов Дмитриев
  Дорофеев Егоров Ершов Ефимов Жуков Журавлёв Зайцев Захаров Зимин Калинин Карпов Киселёв Комаров Королёв
  Кудрявцев Куликов Лазарев Логинов Макаров Мельников Миронов Морозов Назаров Никитин Овчинников Осипов
  Павлов Пономарёв Рогов Родионов Рыбаков Савельев Семёнов Семенов Сорокин Соловьёв Соловьев Тарасов Титов
  Тихонов Ушаков Филиппов Фомин Чернов Шестаков Щербаков Яковлев Вишневский Озерский Полянский Толстой Луговой
  Бондаренко Лысенко Ткаченко Ковальчук Савчук Черных Седых`)

const boys = words(`Александр Алексей Андрей Артём Артем Богдан Глеб Даниил Дмитрий Егор Иван Илья Кирилл Лев
  Максим Марк Матвей Михаил Никита Пётр Роман Семён Степан Тимофей Фёдор Ярослав`)
const girls =
  words(`Александра Алёна Алиса Анастасия Арина Валерия Варвара Вероника Виктория Дарья Ева Екатерина
  Елизавета Злата Камилла Кира Ксения Маргарита Мария Милана Полина Софья Таисия Ульяна Юлия Яна`)
const fathers = words(`Александр Алексей Андрей Антон Вадим Виталий Владимир Денис Дмитрий Евгений Иван Игорь
  Илья Константин Максим Никита Николай Олег Павел Пётр Роман Сергей Юрий`)
const men = words('Александр Андрей Виктор Дмитрий Евгений Константин Николай Олег Сергей Юрий')
const women =
  words(`Алла Валентина Вера Галина Елена Ирина Лариса Любовь Людмила Надежда Наталья Оксана Светлана
  Тамара Юлия`)

// Families whose first names come from their own language: surname, boys, girls, fathers.
const families = [
  ['Хасанов', 'Тимур Рустам Ильдар', 'Амина Гузель Лейла', 'Рашид Марат Ринат'],
  ['Мамедов', 'Эльдар Руслан Самир', 'Айсель Нигяр Севда', 'Рафик Ариф Вагиф'],
  ['Оганесян', 'Арам Тигран Давид', 'Ани Лусине Мариам', 'Гагик Карен Ашот'],
  ['Ким', 'Денис Виктор Герман', 'Инна Диана Эльвира', 'Станислав Роберт Валерий'],
  ['Шмидт', 'Эрик Роберт Артур', 'Эмма Ирма Эльза', 'Генрих Рудольф Вильгельм'],
] as const

const feminine = (surname: string): string => {
  if (/(ск|цк)ий$/.test(surname)) return surname.replace(/ий$/, 'ая')
  if (surname.endsWith('ой')) return surname.replace(/ой$/, 'ая')
  return /([оеё]в|[иы]н)$/.test(surname) ? `${surname}а` : surname
}

const irregular: Readonly<Record<string, readonly [string, string]>> = {
  Дмитрий: ['Дмитриевич', 'Дмитриевна'],
  Илья: ['Ильич', 'Ильинична'],
  Никита: ['Никитич', 'Никитична'],
  Павел: ['Павлович', 'Павловна'],
  Пётр: ['Петрович', 'Петровна'],
}

const patronymic = (father: string, female: boolean): string => {
  const [son, daughter] = irregular[father] ?? []
  if (son !== undefined && daughter !== undefined) return female ? daughter : son
  // «Юрий» gives «Юрьевич» and «Сергей» «Сергеевич»: the ending decides the link.
  const stem = father
    .replace(/ий$/, 'ье')
    .replace(/[йь]$/, 'е')
    .replace(/([^е])$/, '$1о')
  return `${stem}${female ? 'вна' : 'вич'}`
}

export const childName = (random: Random): FullName => {
  const female = random() < 0.5
  const family = random() < 0.08 ? pick(random, families) : null
  const surname = family ? family[0] : pick(random, surnames)
  const first = family ? words(female ? family[2] : family[1]) : female ? girls : boys
  const father = pick(random, family ? words(family[3]) : fathers)
  return {
    lastName: female ? feminine(surname) : surname,
    firstName: pick(random, first),
    middleName: patronymic(father, female),
  }
}

export const adultName = (random: Random): FullName => {
  const female = random() < 0.82
  const surname = pick(random, surnames)
  return {
    lastName: female ? feminine(surname) : surname,
    firstName: pick(random, female ? women : men),
    middleName: patronymic(pick(random, fathers), female),
  }
}
