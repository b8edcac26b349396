export const algorithms = ['rsa', 'ed25519'] as const
export type Algorithm = (typeof algorithms)[number]

/** A line for the DNS host to publish. */
export type DnsRecord = { name: string; type: 'TXT'; value: string }

/** What is kept of a key, its private half apart. */
export type KeptKey = {
  domain: string
  selector: string
  algorithm: Algorithm
  publicKey: string
  madeAt: Temporal.Instant
  seenAt: Temporal.Instant | null
  signsSince: Temporal.Instant | null
  restsSince: Temporal.Instant | null
}

/**
 * waiting: publish its record. signing: its record must stay; one that signs and was not seen is trouble. resting: its record
 * stays, for mail on its way. retired: its record may be taken away.
 */
export type KeyState = 'waiting' | 'signing' | 'resting' | 'retired'

export type DkimKey = KeptKey & { state: KeyState; record: DnsRecord }

export type DkimState = {
  domain: string
  /** The owner switched signing off: keys are kept, and nothing is signed. */
  isHeld: boolean
  /** Mail that leaves now is signed. */
  isSigning: boolean
  keys: DkimKey[]
}

/** Mail is tried for three days, and may lie in a mailbox's filter for some more. */
const restsFor = { hours: 14 * 24 }

export function shownKey(key: KeptKey, now: Temporal.Instant): DkimKey {
  return { ...key, state: stateOf(key, now), record: recordOf(key) }
}

function stateOf({ signsSince, restsSince }: KeptKey, now: Temporal.Instant): KeyState {
  if (restsSince) return Temporal.Instant.compare(now, restsSince.add(restsFor)) < 0 ? 'resting' : 'retired'
  return signsSince ? 'signing' : 'waiting'
}

/** The record of a key (RFC 6376, section 3.6.1; RFC 8463, section 4). */
export const recordOf = ({
  domain,
  selector,
  algorithm,
  publicKey,
}: Pick<KeptKey, 'domain' | 'selector' | 'algorithm' | 'publicKey'>): DnsRecord => ({
  name: `${selector}._domainkey.${domain}`,
  type: 'TXT',
  value: `v=DKIM1; k=${algorithm}; p=${publicKey}`,
})

/** Whether one of the texts at a name is this key's record, however its host wrote it. */
export const isPublished = ({ publicKey }: Pick<KeptKey, 'publicKey'>, texts: string[]): boolean =>
  texts.some((text) => /(?:^|;)p=([^;]*)/.exec(text.replace(/\s+/g, ''))?.[1] === publicKey)

/**
 * Which keys begin to sign and which rest for it. One begins when its record was seen, or when the owner says so; the one of
 * its algorithm that signed until now rests.
 */
export function turnOf(keys: KeptKey[], may: (key: KeptKey) => boolean): { begin: KeptKey[]; rest: KeptKey[] } {
  const begin = keys.filter((key) => !key.signsSince && !key.restsSince && may(key))
  const rest = keys.filter((key) => key.signsSince && !key.restsSince && begin.some(({ algorithm }) => algorithm === key.algorithm))
  return { begin, rest }
}

/** A name for a key that no other of the domain has: its month, chance, and the algorithm. */
export function selectorOf(algorithm: Algorithm, now: Temporal.Instant, chance: string): string {
  const { year, month } = now.toZonedDateTimeISO('UTC')
  return `gh${year}${String(month).padStart(2, '0')}-${chance}-${algorithm === 'rsa' ? 'rsa' : 'ed'}`
}

/** The domain that signs: the one people see as the sender, since DMARC compares them. */
export const domainOf = ({ mailFrom }: { mailFrom: string }): string => mailFrom.slice(mailFrom.lastIndexOf('@') + 1).toLowerCase()
