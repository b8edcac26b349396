import { randomInt } from 'node:crypto'

/** Letters and figures that are not taken for each other (Crockford’s base 32). */
const signs = '0123456789abcdefghjkmnpqrstvwxyz'

/** Fifty random bits: short enough to type from a screen, too many to guess. */
export const newCode = (): string => Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('')

/** "7k3m9-x2p4q". */
export const codeWords = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** As people type it: with blanks, capitals, an o for a nought. */
export const readCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/[il]/g, '1')
    .replace(/o/g, '0')
    .slice(0, 40)
