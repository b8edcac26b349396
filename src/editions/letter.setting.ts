import type { Config } from '#config'
import type { Db } from '#database'
import { findListById, listHeaderTemplates, shownIn } from '#mailing'
import type { Here } from '#platform/http'
import type { Language } from '#platform/text'
import { personalKindsIn } from '#letters'
import type { Edition } from './edition.data.ts'
import { paths } from './editions.paths.ts'
import type { Setting } from './rendering.actions.ts'

export type SendSetting = Setting & { config: Config }
/** Where an edition is sent from, and to which list. */
export async function settingOf(db: Db, edition: Edition, { network, config }: { network: Here; config: Config }): Promise<SendSetting> {
  const list = await findListById(db, edition.networkId, edition.listId)
  if (!list) throw new Error('The list of this edition is gone.')
  return { network, config, list, slug: edition.slug }
}

/** Which pieces of it differ from reader to reader; the mail engine asks for them a batch at a time. */
export const personalIn = ({ html }: { html: string }, { baseUrl }: Pick<Config, 'baseUrl'>) => ({
  personal: personalKindsIn(html),
  baseUrl,
})

/** What the mail engine is told of an edition in one language, but for its words. */
export const contentFor = ({ network, config, list }: SendSetting, language: Language) => ({
  networkId: network.id,
  kind: 'edition',
  language,
  headers: listHeaderTemplates({ config, list: shownIn(list, language), archivePath: paths.updates }),
})
