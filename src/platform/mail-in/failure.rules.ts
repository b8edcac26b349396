import type { Failure } from '#platform/mail'

/** What a server or its report said: the status (RFC 3463), if there was one, and its words. */
export type Said = { status: string; answer: string }

const isFull =
  /(mailbox|inbox|account|buz[oó]n|casilla|bo[iî]te|postfach|storage)[^.;]{0,40}\b(full|lleno|llena|pleine|voll)\b|over ?quota|quota (has been )?exceed|exceed\w*[^.;]{0,40}\bquota|(insufficient|out of|over( the)?|exceeded|not enough)[^.;]{0,30}\b(storage|disk)\b|mailbox size limit/i
const isBlocked =
  /black ?list|block ?list|deny ?list|spamhaus|barracuda|dnsbl|\brbl\b|reputation|\bspam\b|unsolicited|junk|\b(spf|dkim|dmarc)\b|unauthenticated|bulk mail/i
const isAway =
  /timed? ?out|connection (was )?refused|temporar|grey ?list|gray ?list|retry time|retries|delivery time expired|expired|unable to connect/i
const isUs =
  /policy|policies|\bblocked\b|banned|prohibit|not (allowed|authori[sz]ed|permitted)|access denied|relay(ing)?( access)? denied|content (was )?(rejected|filter)|virus|too many|rate limit|throttl|too (large|big)|size limit|exceeds?[^.;]{0,30}\bsize/i
const isNobody =
  /(user|recipient|mailbox|account|address|inbox)[^.;]{0,30}(unknown|unavailable|disabled|deactivated|inactive|suspended|closed|rejected|expired|invalid|not (found|exist|valid|active|known|listed))|unknown[^.;]{0,20}(user|recipient|mailbox|account|address)|no such[^.;]{0,20}(user|person|recipient|mailbox|account|address|domain)|(does not|doesn['’]t|do not|don['’]t|no longer|not) (exist|have (an|a) [^;]{0,30}account|valid|listed)|(wasn['’]t|couldn['’]t be|could not be|not) found|invalid (recipient|mailbox|address|user)|(no|not a valid) mailbox|unrout(e)?able|no longer (available|with us|works|accepts)|host (or domain )?(name )?(unknown|not found)|nxdomain|null mx|does not accept mail|nobody|not listed in|no existe|desconocid|n['’]existe pas|unbekannt/i

/** They dislike the sender; the words that come with it speak of our address, not of theirs. */
const senderStatus = /^5\.1\.[78]$/
const hardStatus = /^5\.(1\.(0|1|2|3|4|6|10)|2\.1|4\.[14])$/

/** The failure that a final refusal tells of. What nobody can make sense of counts as soft: it has to come again to count. */
export function failureOf(said: Said): Failure {
  const first = signs.find(({ status, words }) => status?.test(said.status) || words?.test(said.answer))
  return first?.failure ?? byWords(said.answer) ?? byStatus(said.status)
}

/** The failure that the plain words of a server tell of. */
export const failureIn = (answer: string): Failure => failureOf({ status: statusIn(answer), answer })

/** What settles it, in this order: a full mailbox is named by many servers with the status of an unknown one. */
const signs: { failure: Failure; status?: RegExp; words?: RegExp }[] = [
  { failure: 'soft', status: /^[45]\.2\.2$/, words: isFull },
  { failure: 'policy', status: senderStatus, words: isBlocked },
  { failure: 'soft', words: isAway },
  { failure: 'hard', status: hardStatus },
  { failure: 'soft', status: /^4\./ },
]

function byWords(answer: string): Failure | null {
  if (isNobody.test(answer)) return 'hard'
  return isUs.test(answer) ? 'policy' : null
}

/** 5.2.3 and 5.3.4 the size; 5.5, 5.6 and 5.7 how and what we send. */
const byStatus = (status: string): Failure => (/^5\.(2\.3|3\.4|[567]\.)/.test(status) ? 'policy' : 'soft')

/** The status in some words, or the one that a bare code of SMTP stands for; empty when there is none. */
export function statusIn(words: string): string {
  const status = /(?:^|[\s#(:;-])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(words)?.[1]
  if (status) return status
  const code = /(?:^|[\s(:;])([45])[05]\d[ -]/.exec(words)?.[1]
  return code ? `${code}.0.0` : ''
}
