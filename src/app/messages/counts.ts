// Numbers with their nouns.

const rules = new Intl.PluralRules('ru')

type Forms = readonly [string, string, string]

/** `forms`: for 1, for 2–4, for 5 and more. */
const nounOf = (n: number, forms: Forms): string => {
  const rule = rules.select(n)
  return rule === 'one' ? forms[0] : rule === 'few' ? forms[1] : forms[2]
}

export const counted = (n: number, forms: Forms): string => `${n} ${nounOf(n, forms)}`

export const entries = (n: number): string => counted(n, ['запись', 'записи', 'записей'])
/** Whether a sentence speaks of so many as of one: «21 запись цела». */
export const isSingular = (n: number): boolean => rules.select(n) === 'one'

const lessonForms: Forms = ['урок', 'урока', 'уроков']
export const lessons = (n: number): string => counted(n, lessonForms)
/** The noun alone, where the number stands apart in larger type. */
export const lessonNoun = (n: number): string => nounOf(n, lessonForms)
