import type { Config } from '#config'
import { shownIn, readerLinks, type List } from '#mailing'
import type { Here } from '#platform/http'
import { languages, type Language } from '#platform/text'
import { compileMjml, letterMjml, letterText, type Frame, type Letters } from '#letters'
import { paths } from './editions.paths.ts'

export type Setting = { network: Here; config: Pick<Config, 'baseUrl'>; list: List; slug: string }

/** An edition as it goes to the readers of one language, but for `{{what}}` differs from one to the other. */
export type Rendered = { subject: string; html: string; text: string }

/** The mails before they are compiled, which is quick: every link and picture stands in them already. */
export const mailSources = (letters: Letters, setting: Setting): Record<Language, string> =>
  Object.fromEntries(languages.map((language) => [language, letterMjml(letters[language], frameFor(setting, language))])) as Record<
    Language,
    string
  >

export async function renderLetters(letters: Letters, setting: Setting): Promise<Record<Language, Rendered>> {
  const frames = languages.map((language) => frameFor(setting, language))
  const sources = mailSources(letters, setting)
  const pages = await compileMjml(frames.map(({ language }) => sources[language]))
  const rendered = frames.map((frame, place) => {
    const letter = letters[frame.language]
    return [frame.language, { subject: letter.subject, html: pages[place] ?? '', text: letterText(letter, frame) }] as const
  })
  return Object.fromEntries(rendered) as Record<Language, Rendered>
}

function frameFor({ network, config, list, slug }: Setting, language: Language): Frame {
  const { baseUrl } = config
  return {
    network,
    baseUrl,
    language,
    list: shownIn(list, language).name,
    links: { web: baseUrl + paths.edition(slug), ...readerLinks(baseUrl) },
  }
}
