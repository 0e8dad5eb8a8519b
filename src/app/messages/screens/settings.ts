// What a person's own and the school's settings are called.

export const themeWords = {
  title: 'Вид',
  system: 'Как в системе',
  light: 'Светлый',
  dark: 'Тёмный',
}
