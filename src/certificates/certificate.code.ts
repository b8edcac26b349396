import { randomInt } from 'node:crypto'

/** Letters and figures that are not taken for each other (Crockford’s base 32). */
const signs = '0123456789abcdefghjkmnpqrstvwxyz'

/** A code of sixty bits: twelve signs that can be read out on the phone. */
export const newCode = (): string => Array.from({ length: 12 }, () => signs[randomInt(signs.length)]).join('')

/** As people type it: with dashes, blanks, capitals. */
export const readCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/[il]/g, '1')
    .replace(/o/g, '0')

/** "7k3m-9x2p-q4wd". */
export const codeWords = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code
