import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance } from 'i18next'
import { root } from '#root'

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** What stands in the place of `{{name}}` in a sentence. `count` chooses between `_one` and `_other`. */
export type Values = Record<string, string | number>

/** Says an English sentence in the reader's language. The sentence is the key, so a page still reads as a page. */
export type Words = (sentence: string, values?: Values) => string

const speaker = createInstance().use({
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: grouped,
})
void speaker.init({
  initAsync: false,
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false, alwaysFormat: true },
  resources: Object.fromEntries(languages.map((language) => [language, { translation: catalogue(language) }])),
})

const counts = Object.fromEntries(languages.map((language) => [language, new Intl.NumberFormat(`${language}-US`)])) as Record<
  Language,
  Intl.NumberFormat
>

/** Counts read as people write them: 3,025. Other numbers, such as years, stay as they are. */
function grouped(
  value: unknown,
  _format: string | undefined,
  language: string | undefined,
  options: { interpolationkey?: string } = {},
): string {
  return typeof value === 'number' && options.interpolationkey === 'count'
    ? counts[isLanguage(language) ? language : 'en'].format(value)
    : String(value)
}

const wordsByLanguage = Object.fromEntries(
  languages.map((language) => [language, quick(speaker.getFixedT(language) as unknown as Words)]),
) as Record<Language, Words>

/** Sentences without places to fill are looked up once; there are only as many as the sources say. */
function quick(words: Words): Words {
  const known = new Map<string, string>()
  return (sentence, values) => {
    if (values) return words(sentence, values)
    const said = known.get(sentence) ?? words(sentence)
    if (known.size < 5000) known.set(sentence, said)
    return said
  }
}

export const wordsFor = (language: Language): Words => wordsByLanguage[language]

export const isLanguage = (tag: string | null | undefined): tag is Language => languages.some((language) => language === tag)

/** All sentences of one language, one file a room: `locales/es/events.json`. English holds plural forms only. */
export function catalogue(language: Language): Record<string, string> {
  const folder = join(root, 'locales', language)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object))
}

/** Marks a sentence that is said later, such as a form's complaint, so that its translation is looked for. */
export const say = (sentence: string): string => sentence
