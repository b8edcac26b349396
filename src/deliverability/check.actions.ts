import type { Config } from '#config'
import { transaction, type Db } from '#database'
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
  const [from, server] = [domainOf(config.mailFrom), serverOf(config.smtpUrl)]
  const found = await Promise.all([
    checkSpf(dns, { domain: config.mailInPort === null ? from : config.mailDomain, host: server?.host ?? null }),
    checkDkim(dns, await probes.dkimOf(db, config, now)),
    checkDmarc(dns, from, network.contactEmail),
    checkMx(dns, from),
    config.mailInPort !== null && config.mailDomain !== from ? checkMx(dns, config.mailDomain) : [],
    server ? checkReverse(dns, server.host) : unknown('reverse', 'no-server'),
    server ? probes.readTls(server).then((seen) => judgeTls(seen, server.host, now)) : unknown('tls', 'no-server'),
  ])
  const findings = found.flat()
  await transaction(db, (tx) => saveCheck(tx, { networkId: network.id, findings }, now))
  return findings
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

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
