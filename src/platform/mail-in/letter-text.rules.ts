import { wordsIn, type Letter } from './letter.rules.ts'

/** What a letter says as plain text; where it came as HTML alone, its words without their dress. */
export function wordsOf({ parts }: Letter): string {
  const plain = parts.find(({ type }) => type === 'text/plain')
  if (plain) return wordsIn(plain)
  const html = parts.find(({ type }) => type === 'text/html')
  return html ? withoutTags(wordsIn(html).slice(0, 100_000)) : ''
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'", '#39': "'" }

/** Plain words of HTML: enough to read a sentence or find a reason, and never HTML again. */
const withoutTags = (html: string): string =>
  html
    .replace(/<(style|script|title)\b[^>]{0,500}>[^<]{0,50000}/gi, ' ')
    .replace(/<blockquote\b/gi, '\n> <blockquote')
    .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^<>]{0,500}>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|apos|#39);/g, (_, name) => signs[String(name)] ?? ' ')
    .replace(/[ \t]+/g, ' ')
    .trim()
