/**
 * Delivery: hands the mail that waits to a mail server, once, whatever dies or breaks off; without a server, to the outbox.
 * Knows no room: site.ts says which rooms know the readers of editions, and who is told of refused addresses.
 * Owns the table `sender`.
 */
export type { DeliveryTables } from './delivery.tables.ts'
export { findTrouble } from './sender.data.ts'
export { startSender, type Sender, type SenderOptions } from './sender.ts'
