import type { ParsedMail } from 'mailparser'
import type { Db } from '#database'
import { compose, newPreparer, type Preparer } from './compose.ts'
import type { BulkKinds, MailConfig } from './kinds.ts'
import { findMail } from './read.data.ts'
import type { Fields } from './template.rules.ts'

export type MailFile = { name: string; type: string; content: Buffer }

export type ReadMail = NonNullable<Awaited<ReturnType<typeof findMail>>> & {
  message: { subject: string; headers: { name: string; value: string }[]; html: string; text: string; files: MailFile[] }
}

export type Reading = { db: Db; config: MailConfig; kinds: BulkKinds; networkId: string }

/** A mail as its reader gets it: the message is composed as for sending, and taken apart again. */
export async function readMail({ networkId, ...parts }: Reading, id: string): Promise<ReadMail | null> {
  const mail = await findMail(parts.db, networkId, id)
  if (!mail) return null
  const preparer = newPreparer(parts)
  const fields =
    mail.contentId === null || mail.personId === null
      ? {}
      : await fieldsOf(parts.db, preparer, { contentId: mail.contentId, personId: mail.personId })
  const { bytes } = await compose(await preparer.ready(mail, fields), parts.config)
  // Large, and seldom needed.
  const { simpleParser } = await import('mailparser')
  return { ...mail, message: partsOf(await simpleParser(bytes, { skipTextToHtml: true })) }
}

/** What the room knows of a reader; nothing, when they have left the list since. */
async function fieldsOf(db: Db, preparer: Preparer, { contentId, personId }: { contentId: string; personId: string }): Promise<Fields> {
  const { kind } = await preparer.edition(contentId)
  const known = await kind.stillReads?.(db, contentId, [personId])
  return known?.get(personId) ?? {}
}

const partsOf = ({ subject = '', headerLines, html, text = '', attachments }: ParsedMail): ReadMail['message'] => ({
  subject,
  headers: headerLines.map(({ line }) => ({
    name: line.slice(0, line.indexOf(':')),
    value: line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim(),
  })),
  html: html || '',
  text,
  files: attachments.flatMap(({ filename, contentType, content }) => (filename ? [{ name: filename, type: contentType, content }] : [])),
})
