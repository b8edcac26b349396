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
