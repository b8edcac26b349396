const longest = 80

/**
 * A name as a font can print it: whole letters on one line, without what the font has no sign for. Empty when it cannot print even
 * one in two of its letters: half a name in place of somebody's own would be worse than none.
 */
export function printable(name: string, has: (codePoint: number) => boolean): string {
  const letters = Array.from(
    name
      .slice(0, 4 * longest)
      .normalize('NFC')
      .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
      .trim(),
  )
  const kept = letters.filter((letter) => has(letter.codePointAt(0) ?? 0))
  const isName = kept.some((letter) => /\p{L}/u.test(letter)) && wordy(kept) * 2 >= wordy(letters)
  return isName ? shortened(kept.join('').replace(/ +/g, ' ').trim()) : ''
}

const wordy = (letters: string[]) => letters.filter((letter) => /\p{L}/u.test(letter)).length

const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text)
