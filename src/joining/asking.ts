import type { Db } from '#database'
import { mayTry } from '#platform/http'

const mailsToConfirm = { name: 'mail to confirm', tries: 3, window: Temporal.Duration.from({ hours: 24 }) }

/** Three mails a day ask one address, whoever has them sent. */
export const mayAskAddress = (db: Db, email: string, now: Temporal.Instant): Promise<boolean> => mayTry(db, mailsToConfirm, email, now)
