import { readSigned, sign } from '#platform/http'
import { paths } from './office-hours.paths.ts'

type LinkPlace = { network: { secret: Buffer }; baseUrl: string }
type Purpose = 'question' | 'me-too' | 'did it help'

/** Of which question or answer a link speaks, and to whom. */
export type Linked = { about: string; personId: string }

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const tokenFor = (secret: Buffer, purpose: Purpose, { about, personId }: Linked): string =>
  sign(secret, purpose, `${about} ${personId}`)

/** Null when the token was altered or made for something else. */
export function readToken(secret: Buffer, purpose: Purpose, token: string): Linked | null {
  const [about = '', personId = ''] = (readSigned(secret, purpose, token) ?? '').split(' ')
  return uuid.test(about) && uuid.test(personId) ? { about, personId } : null
}

/** The page on which a person says more of what they asked. */
export const challengePath = (secret: Buffer, question: Linked): string => paths.mine(tokenFor(secret, 'question', question))

const pages = { question: paths.mine, 'me-too': paths.meTooLink, 'did it help': paths.outcome }

/** A person's own page for it, on any phone or computer, for good. */
export const linkFor = ({ network, baseUrl }: LinkPlace, purpose: Purpose, linked: Linked): string =>
  baseUrl + pages[purpose](tokenFor(network.secret, purpose, linked))
