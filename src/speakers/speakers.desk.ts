import { say } from '#platform/text'
import { paths } from './speakers.paths.ts'

/** Speakers at the desk. */
export const speakersDesk = () => Promise.resolve([{ kind: 'begin' as const, href: paths.speakers, sentence: say('Speakers') }])
