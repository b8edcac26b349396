import { fork, type ChildProcess } from 'node:child_process'
import { addressOf, connect, openPool } from '#database'
import { startSender } from '#platform/delivery'
import { newLog } from '#platform/http'
import type { BulkKinds } from '#platform/mail'

/** Mail of the kind `signed` comes from this domain, which has keys; that of the kind `plain` from another, which has none. */
export const signedDomain = 'signed.example'

export type BenchSender = { url: string; smtpUrl: string; way: 'signed' | 'plain'; connections: number; isAlone?: boolean }

/** A sender in a process of its own, as the worker runs it. */
export const startBenchSender = (sender: BenchSender): ChildProcess =>
  fork(process.argv[1] ?? '', ['as-sender', JSON.stringify(sender)], {
    stdio: 'inherit',
    execArgv: (process.env['SENDER_FLAGS'] ?? '').split(' ').filter(Boolean),
  })

/** What such a process does. */
export function runBenchSender({ url, smtpUrl, way, connections, isAlone = false }: BenchSender) {
  const config = {
    baseUrl: 'https://community.example.org',
    smtpUrl,
    mailFrom: `community@${way === 'signed' ? signedDomain : 'plain.example'}`,
    mailDomain: 'community.example.org',
    mailInPort: 25,
  }
  process.on('disconnect', () => process.exit(0))
  startSender({
    db: connect(openPool(url)),
    config,
    kinds: { [way]: kind },
    log: newLog({ logLevel: 'silent' }),
    connections,
    takeOver: isAlone,
    listenOn: addressOf(url),
  })
}

const kind: BulkKinds[string] = {
  names: ['leaveUrl', 'preferencesUrl'],
  personal: ({ personId, config }) => ({
    leaveUrl: `${config.baseUrl}/unsubscribe/${personId}`,
    preferencesUrl: `${config.baseUrl}/preferences/${personId}`,
  }),
}
