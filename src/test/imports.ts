import type { Browser } from './browser.ts'
import type { Community } from './community.ts'
import { fieldsIn } from './editions.ts'

/** Chooses a file on the page of imports; gives the page that asks about it, or says why not. */
export const bringFile = (browser: Browser, content: string | Uint8Array<ArrayBuffer>, name = 'people.csv'): Promise<string> =>
  browser.post('/admin/imports', { file: new File([content], name) })

export const idOfImport = (html: string): string => /\/admin\/imports\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''

const said = { list: 'monthly-update', origin: 'Our old list', wording: 'Yes, send me the <update>.', agreed: 'yes' }

/** Answers what the page asks about the file: the columns as they were guessed, the rest as given. */
export const describeFile = (browser: Browser, page: string, answers: Record<string, string> = {}): Promise<string> =>
  browser.post(`/admin/imports/${idOfImport(page)}/description`, { ...fieldsIn(page), ...said, ...answers })

/** Brings a file, describes it, has it read, and gives the page that says what would happen. */
export async function lookAt(
  community: Community,
  browser: Browser,
  content: string | Uint8Array<ArrayBuffer>,
  { name, ...answers }: Record<string, string> = {},
): Promise<string> {
  const page = await describeFile(browser, await bringFile(browser, content, name), answers)
  await community.work()
  return browser.get(`/admin/imports/${idOfImport(page)}`)
}

/** Says yes, lets the worker work, and gives the page that says what has happened. */
export async function takeIn(community: Community, browser: Browser, page: string): Promise<string> {
  const path = `/admin/imports/${idOfImport(page)}`
  await browser.post(`${path}/taking`)
  await community.work()
  return browser.get(path)
}

/** The figure beside these words in the table of rows. */
export const countedIn = (html: string, words: string): string | undefined =>
  [...html.matchAll(/<th scope="row">([^<]*)<\/th><td class="number">([^<]*)<\/td>/g)].find(([, text = '']) => text.startsWith(words))?.[2]
