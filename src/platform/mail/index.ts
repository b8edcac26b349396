/**
 * Mail out: queued in the transaction of the change it tells of, composed when it leaves, kept to be read at /outbox.
 * Knows no room: editions name their kind, and site.ts says which room knows its readers.
 * Owns the tables `mail`, `mail_content`.
 */
export { mailStates, type MailState, type MailTables } from './mail.tables.ts'
export { queueMail, queueMails, queueMailsFrom, sendAgain, type Mail } from './queue.ts'
export {
  bulkProgress,
  cancelBulk,
  mendBulk,
  mendStragglers,
  pauseBulk,
  queueBulk,
  queueFurther,
  resumeBulk,
  sendFailedAgain,
  stopMailsTo,
  type BulkProgress,
} from './bulk.ts'
export type { DueBy, NewContent, Readers } from './bulk.data.ts'
export type { BulkKind, BulkKinds, BulkReader, MailConfig } from './kinds.ts'
export type { Fields } from './template.rules.ts'
export { compose, newPreparer, type DueMail, type Message, type Preparer, type ReadyMail } from './compose.ts'
export { readMail, type MailFile, type ReadMail } from './read.ts'
export { forgetMails, forgetMailsTo } from './forget.data.ts'
export type { Complaint, ComplaintListener } from './complaint.ts'
export { announceRefusal, type Failure, type Refusal, type RefusalListener } from './refusal.ts'
export { addressToken, isBounceToken, mailOfToken, readAddressToken } from './verp.rules.ts'
export { onWake, wakeSender } from './wake.ts'
