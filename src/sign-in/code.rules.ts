import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'

export const codeLasts = Temporal.Duration.from({ minutes: 15 })
export const ownerLinkLasts = Temporal.Duration.from({ hours: 24 })
export const triesOfACode = 5

/** Mails with codes to one address: enough for a person who loses them, too few to guess by or to flood an inbox. */
export const mailsAnHour = { name: 'sign-in-mail-hour', tries: 5, window: Temporal.Duration.from({ hours: 1 }) }
export const mailsADay = { name: 'sign-in-mail-day', tries: 15, window: Temporal.Duration.from({ hours: 24 }) }

/** What one household or office may ask for: a whole conference behind one address still gets in. */
export const asksFromOnePlace = { name: 'sign-in-ask', tries: 300, window: Temporal.Duration.from({ hours: 1 }) }

/** Only tries that fail count, since those who guess fail. */
export const failuresOfOnePlace = { name: 'sign-in-failure', tries: 60, window: Temporal.Duration.from({ hours: 1 }) }

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** "123 456", as people read and say it. */
export const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** The digits of what was typed or pasted: "123 456", "123-456", or in the wide digits of another keyboard. */
export const digitsOf = (typed: string): string => typed.slice(0, 100).normalize('NFKC').replace(/\D/g, '')

/** What is kept of a code. It holds for one row and one network, so that no table of a million hashes opens them all. */
export const hashOfCode = (secret: Buffer, id: string, code: string): Buffer =>
  createHmac('sha256', secret).update(`sign-in-code\0${id}\0${code}`).digest()

/** Compares in the same time whether the first byte differs or the last. */
export const isSame = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other)
