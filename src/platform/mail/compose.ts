import type { Selectable } from 'kysely'
import type { Db } from '#database'
import type { Here } from '#platform/http'
import { newPress, type Press } from './bulk-message.ts'
import { findContent, findNetworkOfMail } from './content.data.ts'
import { feedbackId, safeValue } from './headers.rules.ts'
import type { BulkKind, BulkKinds, MailConfig } from './kinds.ts'
import type { MailTable } from './mail.tables.ts'
import { singleMessage } from './single-message.ts'
import type { Fields } from './template.rules.ts'
import { bounceToken } from './verp.rules.ts'

/** What is known of a mail when it is about to leave. */
export type DueMail = Pick<
  Selectable<MailTable>,
  'id' | 'networkId' | 'personId' | 'toAddress' | 'language' | 'subject' | 'body' | 'extras' | 'contentId' | 'queuedAt' | 'tries'
>

/** As it goes to a server: the addresses of its envelope, and its bytes. */
export type Message = { from: string; to: string; bytes: Buffer }

export type Edition = { kind: BulkKind; press: Press }

/** A mail with all that its message is made of: composing it asks nobody. */
export type ReadyMail = DueMail & { network: Here; edition: Edition | null; fields: Fields }

export type Preparer = ReturnType<typeof newPreparer>

/** Of a kind that no room knows any more nothing is sent, but what was sent can be read. */
const unknownKind: BulkKind = { names: [], personal: () => ({}) }

export type Preparing = { db: Db; config: MailConfig; kinds: BulkKinds }

/** Finds what mails need beside themselves. Networks are read anew every ten seconds; contents never change. */
export function newPreparer({ db, config, kinds }: Preparing) {
  const networks = remembering<Here>((id) => findNetworkOfMail(db, id), 10_000)
  const editions = remembering<Edition>(editionOf, 60_000)

  async function editionOf(contentId: string): Promise<Edition> {
    const content = await findContent(db, contentId)
    const kind = kinds[content.kind] ?? unknownKind
    const { name, contactEmail } = await networks(content.networkId)
    const feedback = feedbackId({ contentId, kind: content.kind, domain: config.mailDomain })
    const headers = { 'Reply-To': contactEmail, 'Feedback-ID': feedback, ...content.headers }
    return { kind, press: newPress({ ...content, headers }, { name, address: config.mailFrom }, kind.names, kind.markup) }
  }
  return {
    edition: editions,
    ready: async (mail: DueMail, fields: Fields = {}): Promise<ReadyMail> => ({
      ...mail,
      fields,
      network: await networks(mail.networkId),
      edition: mail.contentId === null ? null : await editions(mail.contentId),
    }),
  }
}

/** The message as it leaves. Where bounces can come in, its envelope says which mail they speak of. */
export async function compose(mail: ReadyMail, config: MailConfig): Promise<Message> {
  const from = config.mailInPort === null ? config.mailFrom : `bounces+${bounceToken(mail.network.secret, mail.id)}@${config.mailDomain}`
  return { from, to: mail.toAddress, bytes: await bytesOf(mail, config) }
}

function bytesOf({ network, edition, fields, ...mail }: ReadyMail, config: MailConfig): Buffer | Promise<Buffer> {
  const { id, contentId, personId, queuedAt, subject, body, language, extras } = mail
  const envelope = { to: safeValue(mail.toAddress), messageId: `${id}@${config.mailDomain}`, queuedAt }
  if (!edition || contentId === null)
    return singleMessage({ subject: subject ?? '', body: body ?? '', language, extras }, { ...envelope, from: config.mailFrom, network })
  const own = personId === null ? {} : edition.kind.personal({ network, personId, contentId, config })
  return Buffer.from(edition.press({ ...envelope, fields: { ...own, ...fields } }))
}

/** Finds a thing once for all who ask within some time. */
function remembering<T>(find: (id: string) => Promise<T>, milliseconds: number): (id: string) => Promise<T> {
  const known = new Map<string, { thing: Promise<T>; until: number }>()
  return (id) => {
    const found = known.get(id)
    if (found && found.until > performance.now()) return found.thing
    for (const [key, { until }] of known) if (until <= performance.now()) known.delete(key)
    const thing = find(id)
    known.set(id, { thing, until: performance.now() + milliseconds })
    thing.catch(() => known.delete(id))
    return thing
  }
}
