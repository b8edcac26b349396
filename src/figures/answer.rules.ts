/** Why a mail was put off or refused, as far as the server's answer tells. */
const reasons = [
  'full',
  'unknown-address',
  'no-server',
  'unproven',
  'greylisted',
  'listed',
  'too-fast',
  'too-large',
  'encryption',
  'unreachable',
  'unwanted',
] as const
export type Reason = (typeof reasons)[number] | 'other'

/** The enhanced status (RFC 3463) says it where there is one; after that the words that servers use. In this order: the first that fits. */
const signs: Record<(typeof reasons)[number], RegExp> = {
  full: /\b[45]\.2\.2\b|mailbox (is )?full|quota|insufficient (system )?storage/i,
  'unknown-address':
    /\b5\.1\.(1|3|6|10)\b|\b5\.2\.1\b|(user|recipient|mailbox|address|account)[^.]{0,40}(unknown|not found|not exist|invalid|disabled|inactive|unavailable)|(unknown|no such|invalid) (user|recipient|mailbox|address|account)/i,
  'no-server': /\b[45]\.1\.2\b|\b5\.4\.4\b|(domain|host)[^.]{0,30}(not found|not exist|unknown)|ENOTFOUND|NXDOMAIN|null mx/i,
  unproven: /\b5\.7\.(2\d|30)\b|\bspf\b|\bdkim\b|\bdmarc\b|unauthenticated|not authenticated|reverse dns|\bptr\b/i,
  listed: /spamhaus|barracuda|spamcop|block ?list|black ?list|deny ?list|\brbl\b|\bdnsbl\b|\blisted\b|reputation|banned/i,
  greylisted: /gr[ae]y-?list/i,
  'too-fast': /\b4\.7\.(0|28)\b|\b4\.3\.2\b|too (many|much|fast)|\brate\b|throttl|slow|concurren|limit/i,
  'too-large': /\b5\.3\.4\b|\b5\.2\.3\b|too (large|big)|exceeds[^.]{0,30}size|size[^.]{0,30}exceed/i,
  encryption: /\btls\b|starttls|certificate|encrypt/i,
  unreachable: /\b4\.4\.\d\b|time[d ]?-?out|ETIMEDOUT|ECONN|refused|connection|unreachable|try again later|closed/i,
  unwanted: /\b5\.7\.\d+\b|\b5\.6\.\d\b|spam|unsolicited|policy|content|reject|block|denied/i,
}

export const reasonOf = (answer: string): Reason => reasons.find((reason) => signs[reason].test(answer)) ?? 'other'

/** The reason that most answers of a domain give, with the words that stood most often for it. */
export function commonest(answers: { answer: string; count: number }[]): { reason: Reason; answer: string; count: number } | null {
  const groups = [...Map.groupBy(answers, ({ answer }) => reasonOf(answer))].map(([reason, of]) => ({
    reason,
    answer: of.reduce((most, one) => (one.count > most.count ? one : most)).answer,
    count: of.reduce((sum, { count }) => sum + count, 0),
  }))
  return groups.reduce<(typeof groups)[number] | null>((most, one) => (most && most.count >= one.count ? most : one), null)
}
