import type { Config } from '#config'
import { transaction, type Db } from '#database'
import { domainOf } from '#platform/dkim'
import type { Here } from '#platform/http'
import { saveCheck } from './check.data.ts'
import type { Dns } from './dns.ts'
import { checkDkim, checkDmarc, checkMx, checkReverse, type DkimRecord } from './domain.actions.ts'
import { advice, good, unknown, wrong, type Finding } from './finding.rules.ts'
import { checkSpf } from './spf.actions.ts'
import type { ReadTls } from './tls.ts'

export type MailSettings = Pick<Config, 'smtpUrl' | 'mailFrom' | 'mailDomain' | 'mailInPort'>

/** Whom a check may ask. The records of our keys come from the room that signs. */
export type Probes = {
  dns: Dns
  readTls: ReadTls
  dkimOf: (db: Db, config: MailSettings, now: Temporal.Instant) => Promise<DkimRecord[]>
}

/** Asks DNS and the mail server about the names in our own settings, and nobody about others; keeps what was found. */
export async function checkDeliverability(
  db: Db,
  { network, config, probes }: { network: Pick<Here, 'id' | 'contactEmail'>; config: MailSettings; probes: Probes },
  now: Temporal.Instant,
): Promise<Finding[]> {
  const { dns } = probes
  const [from, server] = [domainOf(config), serverOf(config.smtpUrl)]
  const found = await Promise.all([
    from.includes('.') ? checkDomain(dns, { from, host: server?.host ?? null, network, config }) : nameless(from),
    checkDkim(dns, await probes.dkimOf(db, config, now)),
    server ? checkReverse(dns, server.host) : unknown('reverse', 'no-server'),
    server ? probes.readTls(server).then((seen) => judgeTls(seen, server.host, now)) : unknown('tls', 'no-server'),
  ])
  const findings = found.flat()
  await transaction(db, (tx) => saveCheck(tx, { networkId: network.id, findings }, now))
  return findings
}

/** On one's own machine there is no domain to ask about. */
const nameless = (domain: string): Finding[] => (['spf', 'dmarc', 'mx'] as const).map((topic) => unknown(topic, 'no-domain', { domain }))

type Asked = { from: string; host: string | null; network: Pick<Here, 'contactEmail'>; config: MailSettings }

/** Bounces come back to the mail domain where they are taken in; then it is the one that SPF is asked of. */
async function checkDomain(dns: Dns, { from, host, network, config }: Asked): Promise<Finding[]> {
  const takesBounces = config.mailInPort !== null
  const exchangers = takesBounces && config.mailDomain !== from ? [from, config.mailDomain] : [from]
  return Promise.all([
    checkSpf(dns, { domain: takesBounces ? config.mailDomain : from, host }),
    checkDmarc(dns, from, network.contactEmail),
    ...exchangers.map((domain) => checkMx(dns, domain)),
  ])
}

function serverOf(smtpUrl: string | null) {
  if (smtpUrl === null) return null
  const { protocol, hostname, port } = new URL(smtpUrl)
  const isTls = protocol === 'smtps:'
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (isTls ? 465 : 587), isTls }
}

function judgeTls(seen: Awaited<ReturnType<ReadTls>>, host: string, now: Temporal.Instant): Finding {
  if (seen === null) return unknown('tls', 'no-answer', { name: host })
  if (seen === 'none') return advice('tls', 'tls-none', { host })
  const { protocol, isTrusted, complaint, validTo } = seen
  if (!['TLSv1.2', 'TLSv1.3'].includes(protocol)) return wrong('tls', 'tls-old', { host, protocol })
  if (!isTrusted) return wrong('tls', 'tls-name', { host, complaint })
  const days = Math.floor((Date.parse(validTo) - now.epochMilliseconds) / 86_400_000)
  return days < 14 ? advice('tls', 'tls-ends', { host, days: String(days) }) : good('tls', 'tls-good', { host, protocol })
}
