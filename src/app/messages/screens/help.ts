// What the help calls its parts and buttons.

export const helpWords = {
  title: 'Справка',
  thisScreen: 'Этот экран',
  signs: 'Знаки',
  keys: 'Клавиши',
  guide: 'Начало',
  tablet: 'Планшет',
  readiness: 'Готовность',
  look: 'Вид',
  closeLong: 'Закрыть справку',
  parts: 'Части справки',
  close: 'Закрыть',
  readinessLabel: 'Готовность планшета',
  firstGuide: 'Краткое руководство',
  understood: 'Понятно',
  step: (at: number, total: number): string => `${at} из ${total}`,
  back: 'Назад',
  next: 'Дальше',
}
