export type FrontMatter = { keys: Record<string, string>; body: string }

/**
 * Reads `key: value` lines between two lines of `---`, then the text. A value is everything after the first colon;
 * a file without front matter is all text.
 */
export function readFrontMatter(text: string): FrontMatter {
  const [, head = '', body] = /^\uFEFF?---\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text) ?? []
  if (body === undefined) return { keys: {}, body: text.trim() }
  const pairs = head.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':')
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const] : []
  })
  return { keys: Object.fromEntries(pairs), body: body.trim() }
}

/** The same the other way round. A value stands on one line. */
export const writeFrontMatter = ({ keys, body }: FrontMatter): string =>
  ['---', ...Object.entries(keys).map(([key, value]) => `${key}: ${value}`.trimEnd()), '---', '', body, ''].join('\n')
