import type { Browser } from './browser.ts'

export type TypedBlocks = Record<string, Record<string, string>>

/** What stands in the form of the writing page: every field by its name, so that a test can change some and send it. */
export function fieldsIn(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const inputs = [...form.matchAll(/<input ([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const name = attributeOf(attributes, 'name')
    return name && !/type="(file|checkbox)"/.test(attributes) ? [[name, attributeOf(attributes, 'value')]] : []
  })
  const areas = [...form.matchAll(/<textarea ([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, attributes = '', text = '']) => [
    attributeOf(attributes, 'name'),
    plain(text),
  ])
  const selects = [...form.matchAll(/<select ([^>]*)>([\s\S]*?)<\/select>/g)].map(([, attributes = '', options = '']) => [
    attributeOf(attributes, 'name'),
    attributeOf(/<option ([^>]*\bselected\b[^>]*)>/.exec(options)?.[1] ?? '', 'value'),
  ])
  return Object.fromEntries([...inputs, ...areas, ...selects]) as Record<string, string>
}

const attributeOf = (attributes: string, name: string) => plain(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')

const plain = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** The ids of the blocks on the writing page, in their order. */
export const blocksIn = (html: string): string[] => (fieldsIn(html)['order'] ?? '').split(',').filter(Boolean)

/** Opens the writing page of an edition, changes some fields, presses a button; gives the page that follows. */
export async function compose(browser: Browser, slug: string, changes: Record<string, string | File> = {}, act = 'save'): Promise<string> {
  const page = await browser.get(`/updates/${slug}/edit?language=${changes['language'] === 'es' ? 'es' : 'en'}`)
  return browser.post(`/updates/${slug}/edit`, { ...fieldsIn(page), ...changes, act })
}

/** Adds a block with these words in it; gives its id. */
export async function addBlock(browser: Browser, slug: string, type: string, fields: Record<string, string> = {}): Promise<string> {
  const id = blocksIn(await compose(browser, slug, {}, `add:${type}`)).at(-1) ?? ''
  const named = Object.entries(fields).map(([name, value]) => [`${id}-${name}`, value])
  if (named.length > 0) await compose(browser, slug, Object.fromEntries(named) as Record<string, string>)
  return id
}
