import { isLanguage, type Language } from '#platform/text'
import type { Asked, RequestContext } from './environment.ts'

/** The language a stranger chose here, or else the first of the browser's that we speak; null when there is neither. */
export const anonymousLanguage = (c: RequestContext): Language | null => languageFrom((name) => c.req.header(name))

/** The same of headers alone. */
export function languageFrom(header: (name: string) => string | undefined): Language | null {
  const chosen = /(?:^|[;\s])language=([a-z]+)/.exec(header('cookie') ?? '')?.[1]
  return isLanguage(chosen) ? chosen : fromHeader(header('accept-language') ?? '')
}

function fromHeader(header: string): Language | null {
  const tags = header.split(',').map((part) => {
    const [tag = '', quality = ''] = part.trim().split(';q=')
    return { language: tag.slice(0, 2).toLowerCase(), quality: quality ? Number(quality) || 0 : 1 }
  })
  const known = tags.filter((tag) => isLanguage(tag.language) && tag.quality > 0).toSorted((a, b) => b.quality - a.quality)
  return (known[0]?.language as Language | undefined) ?? null
}

/** The language whose words are asked for (`?language=es`), whatever that of the page around them. */
export function languageAsked(c: Asked): Language {
  const asked = c.req.query('language')
  return isLanguage(asked) ? asked : c.var.language
}
