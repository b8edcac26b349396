import type { NewsSource } from '#composing'
import { say } from '#platform/text'
import { findAnswer, listNewestAnswers, type Answer } from './answer.data.ts'
import { newsKey, paths } from './office-hours.paths.ts'

/** Answers that readers of the monthly update have not had yet. */
export const answerNews: NewsSource = {
  name: say('Answers'),
  list: async (db, reader, { since }) => (await listNewestAnswers(db, reader, 10, since)).map(asNews),
  find: async (db, reader, key) => {
    const answer = key.startsWith(newsKey('')) ? await findAnswer(db, reader, key.slice(newsKey('').length)) : undefined
    return answer && asNews(answer)
  },
}

const asNews = ({ slug, title, summary }: Answer) => ({
  key: newsKey(slug),
  title,
  block: { type: 'words' as const, text: [`**[${plain(title)}](${paths.answer(slug)})**`, plain(summary)].filter(Boolean).join('\n\n') },
})

/** Signs that would be read as Markdown stay signs. */
const plain = (words: string): string => words.replaceAll(/[\\`*_[\]<>{}#|~]/g, String.raw`\$&`)
