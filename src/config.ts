import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { StartupProblem } from '#problem'
import { root } from '#root'

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  MAIL_IN_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  MAIL_IN_TLS_KEY: z.string().optional(),
  MAIL_IN_TLS_CERT: z.string().optional(),
  MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/i)
    .optional(),
  MAIL_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(20),
  MAIL_LIMITS: z
    .string()
    .regex(/^\s*(?:(?:\*|[a-z0-9.-]+)=[1-9]\d?(?:,[1-9]\d{0,5}\/min)?(?:\s+|$))*$/i)
    .default(''),
  OWNER_EMAIL: z.email().default('owner@example.org'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
})

const whatIsMeant: Record<keyof z.infer<typeof settings>, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  BASE_URL: 'the address people type, such as https://community.example.org',
  DATA_DIR: 'a folder',
  DATABASE_URL: 'an address such as postgres://user:password@host:5432/guildhall',
  SMTP_URL: 'an address such as smtp://user:password@mail.example.org:587',
  MAIL_FROM: 'an e-mail address',
  MAIL_IN_PORT: 'a port number from 0 to 65535',
  MAIL_IN_TLS_KEY: 'a file with a private key (PEM)',
  MAIL_IN_TLS_CERT: 'a file with a certificate (PEM)',
  MAIL_DOMAIN: 'a domain such as community.example.org',
  MAIL_CONNECTIONS: 'the number of connections to the mail server, from 1 to 100',
  MAIL_LIMITS: 'connections and letters for receiving domains, such as *=10 example.org=2,60/min',
  OWNER_EMAIL: 'an e-mail address',
  LOG_LEVEL: 'one of trace, debug, info, warn, error, silent',
  METRICS_TOKEN: 'a secret of at least 16 characters',
  TRUSTED_PROXIES: 'the number of proxies in front of Guildhall, from 0 to 9',
}

export type Config = ReturnType<typeof readConfig>

/** Reads the settings once, from the environment and, where that is silent, from `.env` beside package.json. */
export function readConfig(environment: Record<string, string | undefined> = process.env) {
  const given = { ...fromFile(join(root, '.env')), ...environment }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
  const read = settings.safeParse(set)
  if (!read.success) throw new StartupProblem(complaint(read.error.issues))
  return named(read.data)
}

function named(read: z.infer<typeof settings>) {
  const baseUrl = new URL(read.BASE_URL ?? `http://localhost:${read.PORT}`).origin
  const mailDomain = read.MAIL_DOMAIN ?? new URL(baseUrl).hostname
  return {
    port: read.PORT,
    host: read.HOST,
    baseUrl,
    dataDir: resolve(root, read.DATA_DIR),
    databaseUrl: read.DATABASE_URL ?? null,
    smtpUrl: read.SMTP_URL ?? null,
    mailFrom: read.MAIL_FROM ?? `community@${mailDomain}`,
    mailInPort: read.MAIL_IN_PORT ?? null,
    mailInTlsKey: fileOf(read.MAIL_IN_TLS_KEY),
    mailInTlsCert: fileOf(read.MAIL_IN_TLS_CERT),
    mailDomain,
    mailConnections: read.MAIL_CONNECTIONS,
    mailLimits: readLimits(read.MAIL_LIMITS),
    ownerEmail: read.OWNER_EMAIL,
    logLevel: read.LOG_LEVEL,
    metricsToken: read.METRICS_TOKEN ?? null,
    trustedProxies: read.TRUSTED_PROXIES,
  }
}

/** `example.org=2,60/min`: at most two connections and sixty letters a minute to that domain. */
const readLimits = (text: string) =>
  Object.fromEntries(
    [...text.toLowerCase().matchAll(/(\S+)=(\d+)(?:,(\d+)\/min)?/g)].map(([, domain = '', connections, perMinute]) => [
      domain,
      { connections: Number(connections), perMinute: perMinute === undefined ? undefined : Number(perMinute) },
    ]),
  )

const fileOf = (path: string | undefined) => (path === undefined ? null : resolve(root, path))

const fromFile = (path: string) => (existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {})

function complaint(issues: z.core.$ZodIssue[]) {
  const names = [...new Set(issues.map((issue) => String(issue.path[0])))] as (keyof typeof whatIsMeant)[]
  return names.map((name) => `The setting ${name} should be ${whatIsMeant[name]}. Mend it in the environment or in .env.`).join('\n')
}
