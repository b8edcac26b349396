/** Links that can be counted: of the web, the same for all readers, and no picture's or style's. */
const anchor = /(<a\b[^>]*\bhref=")(https?:\/\/[^"{}]+)(")/g

/** The addresses that a mail's anchors lead to, each once. */
export const addressesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(anchor)].map(([, , address = '']) => unescaped(address))),
]

/** All that is led to before the mail is compiled, by whatever kind of element, and is the same for all readers. */
export const linksIn = (source: string): string[] => [
  ...new Set([...source.matchAll(/\shref="([^"{}]+)"/g)].map(([, address = '']) => unescaped(address))),
]

/** The same mail with each of these links by way of its counter. */
export const withCounters = (html: string, counters: Map<string, string>): string =>
  html.replaceAll(anchor, (whole, before: string, address: string, after: string) => {
    const counter = counters.get(unescaped(address))
    return counter ? before + counter + after : whole
  })

const unescaped = (address: string) => address.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** Totals below five are not shown: of so few, somebody could be told. */
export const fewestShown = 5

/** A total as it may be shown: nothing when it is too small. */
export const shownFrom = (figure: number): number | null => (figure < fewestShown ? null : figure)

/** A program that looks ahead, or asks for the head alone, does not follow a link. */
export const isFollowed = (method: string, purpose: string): boolean => method === 'GET' && !/prefetch|preview|prerender/i.test(purpose)
