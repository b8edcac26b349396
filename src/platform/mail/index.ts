/**
 * Mail out: queued in the transaction of the change it tells of, sent once, kept to be read at /outbox.
 * Knows no room. Owns the table `mail`.
 */
export type { MailTables } from './mail.tables.ts'
export { queueMail, queueMailFrom, queueMails, type Mail } from './queue.ts'
export { wakeSender } from './wake.ts'
