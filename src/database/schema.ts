import type { MailingTables } from '#mailing'
import type { NetworksTables } from '#networks'
import type { PeopleTables } from '#people'
import type { SignInTables } from '#sign-in'
import type { HttpTables } from '#platform/http'
import type { MailTables } from '#platform/mail'

/** Every table of the community: each room names its own. */
export type Schema = NetworksTables & PeopleTables & SignInTables & MailingTables & HttpTables & MailTables
