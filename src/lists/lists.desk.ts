import { say } from '#platform/text'
import { paths } from './lists.paths.ts'

/** The lists and who is on them, at the desk. */
export const listsDesk = () =>
  Promise.resolve([{ kind: 'keep' as const, href: paths.lists, sentence: say('Mailing lists and who is on them') }])
