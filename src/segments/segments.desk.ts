import { say } from '#platform/text'
import { paths } from './segments.paths.ts'

export const segmentsDesk = () =>
  Promise.resolve([{ kind: 'keep' as const, href: paths.segments, sentence: say('Segments: parts of the people, to write to') }])
