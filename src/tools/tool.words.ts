import type { Language, Words } from '#platform/text'
import type { Choice, Item, ToolDefinition, ToolWords } from './tool.definition.ts'
import { choicesOf, type Answer } from './reading.rules.ts'
import type { Problem } from './typed.rules.ts'

/** In the reader's language where somebody has written it, otherwise in English. */
export const inWords = (words: ToolWords, language: Language): string => (language === 'es' && words.es) || words.en

export const problemWords = (t: Words): Record<Problem, string> => ({
  missing: t('Answer this one before you finish.'),
  'not-a-number': t('Enter a number, such as 12.'),
  'out-of-range': t('This number is too small or too large.'),
  'too-long': t('This is too long. Shorten it.'),
  'too-many': t('These are too many. Name the most important ones.'),
  'not-a-day': t('Enter the day as year-month-day, like 2026-01-31.'),
})

/** An answer as people read it. */
export function answerWords(tool: Pick<ToolDefinition, 'scales'>, item: Item, answer: Answer, language: Language): string {
  const names = new Map(choicesOf(tool, item).map((choice: Choice) => [choice.key, inWords(choice.words, language)]))
  const said = [answer].flat().map((one) => names.get(String(one)) ?? String(one))
  return item.kind === 'rank' ? said.map((one, at) => `${at + 1}. ${one}`).join(' ') : said.join(item.kind === 'people' ? ' · ' : ', ')
}

/** "78 %", "+4", "12". */
export function figureWords({ as, value }: { as: 'percent' | 'sum' | 'share'; value: number }, language: Language): string {
  const locale = `${language}-US`
  return as === 'sum' ? value.toLocaleString(locale) : (value / 100).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 })
}
