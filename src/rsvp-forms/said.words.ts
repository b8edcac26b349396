import { wordsFor, type Language } from '#platform/text'
import type { AskedQuestion } from './form-answer.data.ts'
import { keyOf, wordsIn } from './in-each.rules.ts'

/** What one person said to a question, as others read it: picks in the reader's language where they are still offered. */
export function saidTo({ kind, options, answers }: AskedQuestion, personId: string, language: Language): string {
  const t = wordsFor(language)
  const inWords = (said: string) => {
    if (kind === 'yes-no') return said === 'yes' ? t('Yes') : t('No')
    const option = options.find((one) => keyOf(one) === said)
    return option ? wordsIn(option, language).words : said
  }
  const said = answers.find((answer) => answer.personId === personId)?.said ?? []
  return said.map(inWords).join('; ')
}
