/** The ways through the house, five words at most. `words` are sentences of the catalogue. */
export const headLinks = [
  { href: '/events', words: 'Events' },
  { href: '/tips', words: 'Tips' },
  { href: '/webinars', words: 'Webinars' },
  { href: '/updates', words: 'Updates' },
  { href: '/join', words: 'Join' },
] as const

export const footLinks = [
  { href: '/about', words: 'About' },
  { href: '/contact', words: 'Contact' },
  { href: '/accessibility', words: 'Accessibility' },
  { href: '/privacy', words: 'Privacy' },
  { href: '/calendar.ics', words: 'Calendar feed' },
  { href: '/feed.xml', words: 'News feed' },
] as const

/** Whether a link leads to the page being read ('page') or to the part of the house it stands in ('true'). */
export function currentMark(href: string, path: string): 'page' | 'true' | undefined {
  const here = path.split('?', 1)[0] ?? path
  if (here === href) return 'page'
  return href !== '/' && here.startsWith(`${href}/`) ? 'true' : undefined
}
