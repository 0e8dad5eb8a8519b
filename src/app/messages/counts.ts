// Numbers with their nouns.

const rules = new Intl.PluralRules('ru')

/** `forms`: for 1, for 2–4, for 5 and more. */
export const counted = (n: number, forms: readonly [string, string, string]): string => {
  const rule = rules.select(n)
  return `${n} ${rule === 'one' ? forms[0] : rule === 'few' ? forms[1] : forms[2]}`
}

export const entries = (n: number): string => counted(n, ['запись', 'записи', 'записей'])
export const lessons = (n: number): string => counted(n, ['урок', 'урока', 'уроков'])
