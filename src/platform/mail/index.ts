/**
 * Mail out: queued in the transaction of the change it tells of, sent once, kept to be read at /outbox.
 * Knows no room: editions name their kind, and site.ts says which room knows its readers.
 * Owns the tables `mail`, `mail_content`, `sender`.
 */
export { mailStates, type MailState, type MailTables } from './mail.tables.ts'
export { queueMail, queueMailsFrom, queueMails, sendAgain, type Mail } from './queue.ts'
export { bulkProgress, cancelBulk, pauseBulk, queueBulk, resumeBulk, sendFailedAgain, stopMailsTo, type BulkProgress } from './bulk.ts'
export type { NewContent, Readers } from './bulk.data.ts'
export type { BulkKind, BulkKinds, BulkReader } from './kinds.ts'
export type { Refusal, RefusalListener } from './refusal.ts'
export { forgetMails, forgetMailsTo } from './forget.data.ts'
export { readMail, type MailFile, type ReadMail } from './read.ts'
export { findTrouble } from './sender.data.ts'
export { startSender, type Sender, type SenderOptions } from './sender.ts'
export { wakeSender } from './wake.ts'
