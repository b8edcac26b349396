import type { Db } from '#database'
import { saveKept } from './claim.data.ts'
import type { Delivery } from './smtp-delivery.ts'

/** Without a mail server, mail is kept to be read at /outbox. */
export const outboxDelivery = (db: Db, now: () => Temporal.Instant): Delivery => ({
  async take(mails) {
    const ids = mails.map(({ id }) => id)
    if (ids.length > 0) await saveKept(db, ids, now())
  },
  room: () => 1000,
  holding: () => [],
  drop: () => undefined,
  dropOf: () => undefined,
  trouble: () => null,
  stop: () => Promise.resolve(),
})
