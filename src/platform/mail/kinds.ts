import type { Config } from '#config'
import type { Db } from '#database'
import type { Here } from '#platform/http'
import type { Fields } from './template.rules.ts'

export type MailConfig = Pick<Config, 'baseUrl' | 'smtpUrl' | 'mailFrom' | 'mailDomain' | 'mailInPort'>

export type BulkReader = { network: Here; personId: string; contentId: string; config: MailConfig }

/** What a room knows of the readers of its editions. */
export type BulkKind = {
  /** The names that may stand as `{{name}}` or `{{name|words when there is nothing}}` in subject, HTML, text and headers. */
  names: readonly string[]
  /** Those of them whose values are HTML, made safe by the room. */
  markup?: readonly string[]
  /** Signed links of one's own; made for each mail as it leaves, so it must be quick. */
  personal: (reader: BulkReader) => Fields
  /** Who of these people wants it still, with what only the database knows of them. Asked for a batch right before it leaves. */
  stillReads?: (db: Db, contentId: string, personIds: string[]) => Promise<Map<string, Fields>>
}

/** Every kind of edition, by its name; site.ts lists them. */
export type BulkKinds = Record<string, BulkKind>
