import { say } from '#platform/text'
import { paths } from './networks.paths.ts'

export const settingsDesk = () => Promise.resolve([{ kind: 'keep' as const, href: paths.settings, sentence: say('Settings') }])
