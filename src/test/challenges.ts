import type { Browser } from './browser.ts'
import type { Community } from './community.ts'

/** What people bring to office hours, as the form sends it. */
export const challenge = {
  happened: 'Our launch was too large, and nobody decided anything.',
  tried: 'Smaller tables.',
  wish: 'ideas',
  stage: 'After the launch',
  sharing: 'nameless',
  event: '',
}

export const bringChallenge = (browser: Browser, more: Record<string, string> = {}) =>
  browser.post('/office-hours/questions', { ...challenge, ...more })

/** The challenge that was brought last. */
export const idOfChallenge = async ({ db }: Community): Promise<string> =>
  (await db.selectFrom('question').select('id').orderBy('askedAt', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow()).id

/** The last link of a kind in the mails to somebody. */
export async function linkIn(community: Community, who: { email: string }, kind: 'mine' | 'me-too' | 'helped'): Promise<string> {
  const links = (await community.mails(who)).flatMap((mail) => mail.links)
  return links.findLast((link) => link.includes(`/office-hours/${kind}/`))?.replace(community.config.baseUrl, '') ?? ''
}
