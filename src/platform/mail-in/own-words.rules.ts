/** Where mail programs begin to quote what is answered, and where people sign. */
const quoting =
  /^(>|\|)|^-{2,} ?$|^-{2,} ?(original|forwarded|mensaje|message)|^_{5,}|^(on|el|am|le)\b.{0,200}(wrote|escribi[oó]|schrieb|a [eé]crit)\s?:?$|^(from|de|von|sent|enviado)( el)?: |^(sent from my|enviado desde mi|get outlook for)/i

/** What somebody wrote themselves: the lines above the quoted mail and the signature. */
export const ownWords = (text: string): string => splitWords(text).own

/** The same with what stands below: where a mail says anything only among what it quotes, all of it is theirs. */
export function splitWords(text: string): { own: string; quoted: string } {
  const lines = text.slice(0, 50_000).split(/\r?\n/)
  const end = lines.findIndex(
    (line, place) => quoting.test(line.trim()) || quoting.test(`${line.trim()} ${lines[place + 1]?.trim() ?? ''}`),
  )
  const [own, quoted] = end < 0 ? [lines, []] : [lines.slice(0, end), lines.slice(end)]
  return { own: own.join('\n').trim(), quoted: quoted.join('\n').trim() }
}
