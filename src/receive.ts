import { parseArgs } from 'node:util'
import { readConfig, type Config } from '#config'
import { connect, openPool } from '#database'
import { findEmbedded } from '#database/embedded'
import { fieldOf, readLetter, readWhole, takeMail } from '#platform/mail-in'
import { findOtherMailRoute, mailRoutesFor } from './site-mail.ts'

/** What mail servers understand of a program they pipe mail into (sysexits.h). */
export const exits = { taken: 0, usage: 64, tooLarge: 65, unknown: 67, later: 75 } as const

type Exit = (typeof exits)[keyof typeof exits]
type Piped = { words: string[]; input: AsyncIterable<unknown>; say: (sentence: string) => void; config?: Config }

/**
 * Takes one mail from a mail server that is there already, on standard input. The recipient is the argument, or stands in
 * Delivered-To or X-Original-To. Whatever goes wrong here, the server is asked to keep the mail and come again.
 */
export async function receivePiped({ words, input, say, config }: Piped): Promise<Exit> {
  try {
    const raw = await readWhole(input)
    if (raw === null) return refuse(exits.tooLarge, '5.3.4 This mail is larger than we take.', say)
    const mail = { to: recipientOf(words, raw), from: plain(fieldOf(readLetter(raw), 'return-path')), raw }
    if (!mail.to) return refuse(exits.usage, 'Say for whom: npm run guildhall -- receive bounces+token@community.example.org', say)
    const outcome = await take(config ?? readConfig(), mail)
    return outcome === 'taken' ? exits.taken : refuse(exits.unknown, '5.1.1 There is nobody at this address.', say)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse(exits.later, `4.3.0 This could not be taken just now: ${why}`, say)
  }
}

function recipientOf(words: string[], raw: Buffer): string {
  const [given] = parseArgs({ args: words, allowPositionals: true }).positionals
  const letter = readLetter(raw)
  return plain(given ?? (fieldOf(letter, 'delivered-to') || fieldOf(letter, 'x-original-to')))
}

function refuse(exit: Exit, sentence: string, say: Piped['say']): Exit {
  say(sentence)
  return exit
}

const plain = (address: string) => address.trim().replace(/^<|>$/g, '')

/** Needs a database that runs: starting one for each mail would be no help to a server that has many. */
async function take(config: Config, mail: { to: string; from: string; raw: Buffer }): Promise<'taken' | 'unknown'> {
  const url = config.databaseUrl ?? findEmbedded(config.dataDir)?.url
  if (!url) throw new Error('Guildhall is not running.')
  const pool = openPool(url, { max: 1 })
  try {
    const taking = {
      config,
      db: connect(pool),
      routes: mailRoutesFor(config),
      findOther: findOtherMailRoute(config),
      now: Temporal.Now.instant,
    }
    return await takeMail(taking, mail)
  } finally {
    await pool.end()
  }
}
