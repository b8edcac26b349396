const longest = 80

/** Letters that stand for no other with a mark beside it. */
const plainLetters: Record<string, string> = { Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', Ħ: 'H', ħ: 'h', ı: 'i' }

/**
 * A name as a font can print it: on one line, without signs that are no letters and that the font does not have; a letter that it does not
 * have is printed without its mark ("Ž" as "Z"), as on a passport. Empty when a letter cannot be printed so either: part of a name in place
 * of somebody's own would be worse than none.
 */
export function printable(name: string, has: (codePoint: number) => boolean): string {
  const letters = Array.from(
    name
      .slice(0, 4 * longest)
      .normalize('NFC')
      .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
      .trim(),
    (letter) => inPrint(letter, has),
  )
  const isWhole = letters.every((letter) => letter !== null) && letters.some((letter) => letter && /\p{L}/u.test(letter))
  return isWhole ? shortened(letters.join('').replace(/ +/g, ' ').trim()) : ''
}

/** Null for a letter that cannot be printed; nothing for another sign. */
function inPrint(letter: string, has: (codePoint: number) => boolean): string | null {
  const plain = plainLetters[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
  const found = [letter, plain].find((one) => one !== '' && Array.from(one).every((part) => has(part.codePointAt(0) ?? 0)))
  return found ?? (/\p{L}/u.test(letter) ? null : '')
}

const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text)
