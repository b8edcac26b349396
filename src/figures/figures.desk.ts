import { say } from '#platform/text'
import { paths } from './figures.paths.ts'

/** The figures, at the desk. */
export const figuresDesk = () =>
  Promise.resolve([{ kind: 'keep' as const, href: paths.growth, sentence: say('Figures: how many people, from where, do they read') }])
