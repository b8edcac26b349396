import { createPrivateKey } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '#database'
import type { Log } from '#platform/http'
import { listSigningKeys } from './dkim.data.ts'
import { signed, type SigningKey } from './signature.ts'

export type Signer = (message: Buffer) => Promise<Buffer>

export type SignerParts = { db: Db; domain: string; log: Log; now: () => Temporal.Instant }

/** A key that was just switched on or off counts within this time, in milliseconds. */
const freshFor = 10_000

/** Signs with the keys that sign now. While the database is away it waits for it: unsigned mail would be lost among the suspicious. */
export function newSigner(parts: SignerParts): Signer {
  let known: { keys: Promise<SigningKey[]>; until: number } | undefined
  return async (message) => {
    if (!known || known.until < performance.now()) known = { keys: untilRead(parts), until: performance.now() + freshFor }
    return signed(message, await known.keys, parts.now())
  }
}

async function untilRead(parts: SignerParts): Promise<SigningKey[]> {
  for (let tries = 0; ; tries++) {
    try {
      return await readKeys(parts)
    } catch (error) {
      if (tries === 0) parts.log.error({ err: error }, 'the keys that sign mail could not be read; trying until they can')
      await pause(Math.min(100 * 2 ** tries, 5000), undefined, { ref: false })
    }
  }
}

async function readKeys({ db, domain, log }: SignerParts): Promise<SigningKey[]> {
  const kept = await listSigningKeys(db, domain)
  return kept.flatMap(({ selector, algorithm, privateKey }) => {
    const key = keyFrom(privateKey)
    if (!key) log.error({ selector }, 'a key that signs mail cannot be read; mail leaves without its signature')
    return key ? [{ domain, selector, algorithm, key }] : []
  })
}

function keyFrom(pem: string | null) {
  try {
    return pem === null ? null : createPrivateKey(pem)
  } catch {
    return null
  }
}
