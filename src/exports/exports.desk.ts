import { say } from '#platform/text'
import { paths } from './exports.paths.ts'

/** The way to take data along. */
export const exportsDesk = () =>
  Promise.resolve([{ kind: 'keep' as const, href: paths.exports, sentence: say('Take people or everything along to another system') }])
