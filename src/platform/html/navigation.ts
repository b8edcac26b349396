import { say } from '#platform/text'

/** The ways through the house, five words at most. `words` are sentences of the catalogue. */
export const headLinks = [
  { href: '/events', words: say('Events') },
  { href: '/toolkit', words: say('Toolkit') },
  { href: '/webinars', words: say('Webinars') },
  { href: '/updates', words: say('Updates') },
  { href: '/join', words: say('Join') },
]

export const footLinks = [
  { href: '/about', words: say('About') },
  { href: '/help', words: say('Help') },
  { href: '/contact', words: say('Contact') },
  { href: '/accessibility', words: say('Accessibility') },
  { href: '/privacy', words: say('Privacy') },
  { href: '/calendar.ics', words: say('Calendar feed') },
  { href: '/feed.xml', words: say('News feed') },
]

/** Whether a link leads to the page being read ('page') or to the part of the house it stands in ('true'). */
export function currentMark(href: string, path: string): 'page' | 'true' | undefined {
  const here = path.split('?', 1)[0] ?? path
  if (here === href) return 'page'
  return href !== '/' && here.startsWith(`${href}/`) ? 'true' : undefined
}
