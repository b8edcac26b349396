/** What stands for a sign that a font does not have. */
const instead: Record<string, string> = { '→': '>', '←': '<', '✓': '×', '☐': '[ ]', '☑': '[x]', '●': '•', '−': '-', '\u2011': '-' }

/** Text as a font can print it: a letter that it does not have without its mark ("ř" as "r"), then "?"; other signs are left out. */
export function inPrint(text: string, has: (codePoint: number) => boolean): string {
  if (/^[ -~]*$/.test(text)) return text
  const letters = Array.from(text.normalize('NFC').replaceAll(/[^\P{C}\n]/gu, ' '))
  return letters.map((letter) => (letter === '\n' ? letter : letterInPrint(letter, has))).join('')
}

function letterInPrint(letter: string, has: (codePoint: number) => boolean): string {
  const isThere = (text: string) => text !== '' && Array.from(text).every((sign) => has(sign.codePointAt(0) ?? 0))
  const plain = letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
  const found = [letter, plain, instead[letter] ?? ''].find(isThere)
  return found ?? (/[\p{L}\p{N}]/u.test(letter) ? '?' : '')
}
