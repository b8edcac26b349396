import { wordsFor, xmlText, type Language } from '#platform/text'
import { someoneIn } from './frame.rules.ts'

/** All that writers may leave to be filled in for each reader: `{{firstName}}`, or `{{firstName|friend}}` with words of their own for when it is not known. */
export const mergeFields = ['firstName', 'organisation', 'state', 'list'] as const

const names = mergeFields.join('|')
const otherwise = String.raw`[\p{L}\p{M}\p{N} ,.'’!¡?¿-]{1,60}`
const inside = String.raw`(?:${names})(?:\|${otherwise})?\}\}`
const known = new RegExp(String.raw`\{\{${inside}`, 'gu')
const odd = new RegExp(String.raw`\{\{(?!${inside})`, 'gu')
const bare = new RegExp(String.raw`\{\{(${names})\}\}`, 'g')

export const hasOnlyKnownFields = (text: string): boolean => !text.replaceAll(known, '').includes('{{')

/** What looks like a field and is none is parted by an invisible joiner, and so stays as it was written. */
export const withoutOddFields = (text: string): string => text.replaceAll(odd, '{\u2060{')

/** What is not the writer's, such as an event's title, is words however it looks. */
export const withoutFields = (text: string): string => text.replaceAll('{{', '{\u2060{')

/** Each field gets words for readers of whom nothing is known, unless the writer gave it some. */
export function withFallbacks(text: string, language: Language): string {
  const t = wordsFor(language)
  const words: Record<string, string> = {
    firstName: someoneIn(language),
    organisation: t('your organization'),
    state: t('your state'),
    list: t('our list'),
  }
  return text.replaceAll(bare, (_, name: string) => `{{${name}|${words[name] ?? ''}}}`)
}

/** The list's name is the same for all who read the edition, so it is filled in once. */
export const withList = (text: string, list: string): string => text.replaceAll(/\{\{list(?:\|[^{}|]*)?\}\}/g, () => withoutFields(list))

export const withListInHtml = (html: string, list: string): string => withList(html, xmlText(list))
