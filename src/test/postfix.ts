import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './chromium.ts'

const program = '/usr/sbin/postfix'

/** Why Postfix cannot be run here; null when it can. */
export function whyNoPostfix(): string | null {
  if (!existsSync(program)) return 'Postfix is not installed (apt-get install postfix).'
  return process.getuid?.() === 0 ? null : 'Postfix starts as root only.'
}

export type Postfix = { url: string; stop: () => Promise<void> }

/** A real Postfix on a port and in a folder of its own, no service of the machine: it relays each domain to a port on this machine. */
export async function startPostfix(relays: Record<string, number>): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-postfix-'))
  chmodSync(folder, 0o755)
  for (const name of ['etc', 'queue', 'data']) mkdirSync(join(folder, name))
  execFileSync('chown', ['postfix', join(folder, 'data')])
  const port = await freePort()
  writeFileSync(join(folder, 'etc', 'main.cf'), mainSettings(folder, relays))
  writeFileSync(join(folder, 'etc', 'master.cf'), services(port))
  const command = (word: string) => execFileSync(program, ['-c', join(folder, 'etc'), word], { stdio: 'ignore' })
  command('check')
  const child = spawn(program, ['-c', join(folder, 'etc'), 'start-fg'], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for (let tries = 0; tries < 300 && !(await answers(port)); tries++) await pause(100)
  return {
    url: `smtp://127.0.0.1:${port}`,
    async stop() {
      command('stop')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const mainSettings = (folder: string, relays: Record<string, number>) => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
myhostname = relay.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtp_dns_support_level = disabled
smtp_tls_security_level = none
smtpd_tls_security_level = none
transport_maps = inline:{ ${Object.entries(relays)
  .map(([domain, port]) => `{ ${domain} = smtp:[127.0.0.1]:${port} }`)
  .join(', ')} }
`

const services = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('data', () => {
      socket.end('QUIT\r\n')
      resolve(true)
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
