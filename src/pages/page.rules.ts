export type Filling = { networkName: string; contactEmail: string }

/**
 * Puts the community's name and address where a page's Markdown says `{{networkName}}` and `{{contactEmail}}`. The name
 * is words, whatever signs it holds; the address is a link.
 */
export function filled(body: string, { networkName, contactEmail }: Filling): string {
  const email = plain(contactEmail)
  const href = encodeURIComponent(contactEmail)
    .replace('%40', '@')
    .replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return body
    .replace(/mailto:\{\{\s*contactEmail\s*\}\}/g, () => `mailto:${href}`)
    .replace(/\{\{\s*contactEmail\s*\}\}/g, (_match, at: number, all: string) => (isLinked(all, at) ? email : `[${email}](mailto:${href})`))
    .replace(/\{\{\s*networkName\s*\}\}/g, () => plain(networkName))
}

/** Already the words of a link: "[{{contactEmail}}](…)". */
const isLinked = (all: string, at: number) => all[at - 1] === '['

/** Text in which Markdown finds no mark and HTML no tag. */
const plain = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
