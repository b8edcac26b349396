/** Where mail programs begin to quote what is answered, and where people sign. */
const quoting =
  /^(>|\|)|^-{2,} ?$|^-{2,} ?(original|forwarded|mensaje|message)|^_{5,}|^(on|el|am|le)\b.{0,200}(wrote|escribi[oó]|schrieb|a [eé]crit)\s?:?$|^(from|de|von|sent|enviado)( el)?: |^(sent from my|enviado desde mi|get outlook for)/i

/** What somebody wrote themselves: the lines above the quoted mail and the signature. */
export function ownWords(text: string): string {
  const lines = text.slice(0, 50_000).split(/\r?\n/)
  const end = lines.findIndex(
    (line, place) => quoting.test(line.trim()) || quoting.test(`${line.trim()} ${lines[place + 1]?.trim() ?? ''}`),
  )
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim()
}

/** A plain yes as the first line; "yes, but" is a question for a person. */
export const isYes = (words: string): boolean =>
  /^(yes,?( please)?|yep|yeah|sí|si|(sí|si),? por favor|ok(ay)?|i confirm|confirm(ed|o|ado)?|de acuerdo|claro( que sí)?)[\s.!]*$/i.test(
    firstLine(words),
  )

/** Whether somebody asks to leave, in the subject or as all that they wrote. */
export const wantsToLeave = ({ subject, words }: { subject: string; words: string }): boolean =>
  isLeaving(subject.replace(/^\s*((re|aw|rv|fwd?)\s*:\s*)+/i, '')) || isLeaving(firstLine(words))

const isLeaving = (line: string): boolean =>
  /^(please )?(unsubscribe|remove|stop|opt[ -]?out|baja|darme de baja|(quiero )?darme de baja|cancelar( (la|mi))? suscripci[oó]n|d[eé]me de baja)( me)?( (from|de) (this|the|your|la|esta)( \w+)?)?( list(a)?)?( please| por favor)?[\s.!]*$/i.test(
    line.trim(),
  )

const firstLine = (words: string): string =>
  words
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim()
    .slice(0, 200) ?? ''
