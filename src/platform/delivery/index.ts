/**
 * Delivery: hands the mail that waits to a mail server, once, whatever dies or breaks off; without a server, to the outbox.
 * Knows no room: site.ts says which rooms know the readers of editions, and who is told of refused addresses.
 * A copy, or a backup restored elsewhere, sends nothing until an owner has said what it is.
 * Owns the tables `sender`, `mail_home`.
 */
export type { DeliveryTables } from './delivery.tables.ts'
export { findHold, findRunningPlace, keepQuiet, releaseMail, type Hold } from './hold.ts'
export { findPlace, markMachine, type Place } from './place.ts'
export { findTrouble } from './sender.data.ts'
export { startSender, type Sender, type SenderOptions } from './sender.ts'
