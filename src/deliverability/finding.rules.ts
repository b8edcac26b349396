/** What the DNS host is to hold, word for word. */
export type DnsRecord = { name: string; type: 'TXT' | 'MX' | 'PTR'; value: string }

export const topics = ['spf', 'dkim', 'dmarc', 'mx', 'reverse', 'tls'] as const
export type Topic = (typeof topics)[number]

/** good: right as it is. advice: works, and could be better. wrong: harms delivery. unknown: nobody answered. */
export type Verdict = 'good' | 'advice' | 'wrong' | 'unknown'

/** One thing that was found; the page holds a sentence for each `what`. */
export type Finding = { topic: Topic; verdict: Verdict; what: What; values?: Record<string, string>; record?: DnsRecord }

export type What =
  | 'no-answer'
  | 'no-server'
  | 'no-domain'
  | 'spf-good'
  | 'spf-none'
  | 'spf-several'
  | 'spf-syntax'
  | 'spf-lookups'
  | 'spf-open'
  | 'spf-endless'
  | 'spf-not-server'
  | 'dkim-good'
  | 'dkim-missing'
  | 'dkim-elsewhere'
  | 'dmarc-none'
  | 'dmarc-several'
  | 'dmarc-policy'
  | 'dmarc-watching'
  | 'dmarc-good'
  | 'mx-none'
  | 'mx-null'
  | 'mx-good'
  | 'reverse-none'
  | 'reverse-other'
  | 'reverse-good'
  | 'reverse-private'
  | 'tls-none'
  | 'tls-old'
  | 'tls-name'
  | 'tls-ends'
  | 'tls-good'

export const good = (topic: Topic, what: What, values: Record<string, string> = {}): Finding => ({ topic, verdict: 'good', what, values })
export const wrong = (topic: Topic, what: What, values: Record<string, string> = {}, record?: DnsRecord): Finding => ({
  topic,
  verdict: 'wrong',
  what,
  values,
  ...(record && { record }),
})
export const advice = (topic: Topic, what: What, values: Record<string, string> = {}, record?: DnsRecord): Finding => ({
  ...wrong(topic, what, values, record),
  verdict: 'advice',
})
export const unknown = (topic: Topic, what: What = 'no-answer', values: Record<string, string> = {}): Finding => ({
  topic,
  verdict: 'unknown',
  what,
  values,
})
