import { say } from '#platform/text'
import { paths } from './pages.paths.ts'

/** The community's own pages at the desk. */
export const pagesDesk = () =>
  Promise.resolve([
    { kind: 'keep' as const, href: paths.page('about'), sentence: say('The page about this community') },
    { kind: 'keep' as const, href: paths.page('contact'), sentence: say('The contact page') },
    { kind: 'keep' as const, href: paths.page('accessibility'), sentence: say('The accessibility statement') },
    { kind: 'keep' as const, href: paths.page('privacy'), sentence: say('The privacy page') },
  ])
