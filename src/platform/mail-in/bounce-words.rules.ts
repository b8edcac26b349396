import type { Bounce } from './bounce.rules.ts'
import { failureOf, statusIn } from './failure.rules.ts'
import { fieldOf, type Letter } from './letter.rules.ts'
import { wordsOf } from './letter-text.rules.ts'

/** Where servers begin to quote what could not be delivered: the words after it are ours, not theirs. */
const quoting =
  /^(-+ ?(below this line|this is a copy of|original message|the (header|body) of|returned message|transcript of session|message header|included is a copy)|received: |return-path: |content-type: message\/rfc822|>? ?from: .*\n(to|subject|date): )/im

const isFailing =
  /undeliver|not (be |been )?deliver|deliver[a-z]* (status|fail|problem|error|incomplete)|fail[a-z]*(?: of)? deliver|failure notice|returned (mail|to sender)|return to sender|mail (system )?error|message (blocked|rejected)|could ?n[o'’]t be (sent|delivered)|no se (pudo|ha podido|entreg)|no entregad|devuelto|non (remis|distribu)|unzustellbar|nicht zugestellt/i

const isWaiting = /delay|warning|still being (re)?tried|will (continue|keep)[^.]{0,30}try|not yet been delivered|retrasad/i

/** A line that tells why: with a code of SMTP, or in words that all servers use. */
const telling =
  /(^|[\s#(:;])[45](\.\d{1,3}\.\d{1,3}|[05]\d[ -])|unknown|no such|full|quota|not (found|exist|listed|valid|available)|n['’]t (exist|found|have|be found)|disabled|inactive|suspended|rejected|denied|blocked|refused|timed? ?out|unrout|invalid|no longer|too (large|big)|no existe|desconocid|lleno/i

/** A failure told in words alone: qmail's QSBMF, Exim and old Postfix, Exchange, Yahoo, Domino. Null when it tells none. */
export function failureInWords(letter: Letter): Bounce | null {
  const words = serversWords(letter)
  if (!tellsOfFailure(letter, words)) return null
  const answer = reasonIn(words)
  const status = statusIn(answer) || statusIn(words)
  return { failure: failureOf({ status, answer: answer || words.slice(0, 1000) }), status, answer }
}

const isWarning = /^this (is a|message was created automatically)[^\n]*warning|delivery (to the following recipients? )?has been delayed/im

function tellsOfFailure(letter: Letter, words: string): boolean {
  const subject = fieldOf(letter, 'subject')
  if (isWaiting.test(subject) || isWarning.test(words)) return false
  return letter.head.has('x-failed-recipients') || isFailing.test(subject) || (isDaemon(letter) && isFailing.test(words))
}

const isDaemon = (letter: Letter) =>
  /mailer-?daemon|postmaster|mail ?delivery|mail administrator|microsoft outlook|mdaemon|mail system/i.test(fieldOf(letter, 'from'))

function serversWords(letter: Letter): string {
  const plain = wordsOf(letter).slice(0, 20_000)
  const end = plain.search(quoting)
  return end > 0 ? plain.slice(0, end) : plain
}

/** The lines that say why, on one line and not too long. */
function reasonIn(words: string): string {
  const lines = words.split('\n').map((line) => line.trim())
  const coded = lines.findIndex((line) => /(^|[\s:])[45][05]\d[ :-]/.test(line))
  const at = coded < 0 ? lines.findIndex((line) => telling.test(line)) : coded
  if (at < 0) return ''
  const next = lines.slice(at + 1, at + 4)
  const end = next.findIndex((line) => line === '')
  return [lines[at], ...(end < 0 ? next : next.slice(0, end))].join(' ').replace(/\s+/g, ' ').slice(0, 500).trim()
}
