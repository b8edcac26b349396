import { addressToken, readAddressToken } from '#platform/mail'

type Signing = { secret: Buffer }

/** The word that addresses begin with to which one answers "yes". */
export const confirmMailbox = 'confirm'

/** Where an answer to the mail to confirm goes: who writes there has got that mail. */
export const confirmAddress = ({ secret }: Signing, personId: string, domain: string): string =>
  `${confirmMailbox}+${addressToken(secret, confirmMailbox, personId)}@${domain}`

export const personOfConfirmToken = ({ secret }: Signing, token: string): string | null => readAddressToken(secret, confirmMailbox, token)
