import { say } from '#platform/text'
import { paths } from './series.paths.ts'

export const seriesDesk = () =>
  Promise.resolve([{ kind: 'keep' as const, href: paths.all, sentence: say('Series: mails that welcome and follow up') }])
