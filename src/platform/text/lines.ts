/** Nothing to be done: no more than ASCII words with one space between. */
const plainLine = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Text on one line: control and direction-override characters dropped, white space folded, trimmed, composed (NFC). */
export function oneLine(text: string): string {
  if (text.length <= 100_000 && plainLine.test(text)) return text
  return text
    .slice(0, 100_000)
    .normalize('NFC')
    .replace(/[\p{Zs}\s]+/gu, ' ')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .trim()
}

/** A short, readable piece of a URL: "After the launch!" becomes "after-the-launch". Never empty. */
export function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/['’]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80)
      .replace(/-+$/, '') || 'untitled'
  )
}

/** The first address made of this title that is not taken: "after-the-launch", then "after-the-launch-2". */
export function freeSlug(title: string, taken: string[]): string {
  const slug = slugOf(title)
  const numbers = Array.from({ length: taken.length + 1 }, (_, at) => (at === 0 ? slug : `${slug}-${at + 1}`))
  return numbers.find((free) => !taken.includes(free)) ?? slug
}
