import type { Config } from '#config'
import type { Db } from '#database'
import { findReaderByEmail } from '#mailing'
import { findPerson } from '#people'
import type { Here, Visitor } from '#platform/http'
import type { Language } from '#platform/text'
import { fillHtml, fillText } from '#letters'
import {
  lettersOf,
  mergeValuesOf,
  personalIn,
  personalPieces,
  renderLetters,
  settingOf,
  type Edition,
  type ReaderOfPieces,
  type Rendered,
} from '#editions'

type Looking = { edition: Edition; network: Here; config: Config; now: Temporal.Instant }

/** The mail as one reader would get it, but that its personal links lead nowhere. */
export async function previewFor(
  db: Db,
  looking: Looking,
  { reader, language }: { reader: ReaderOfPieces | null; language: Language },
): Promise<Rendered> {
  const { edition, network, config, now } = looking
  const rendered = (await renderLetters(await lettersOf(db, looking), await settingOf(db, edition, { network, config })))[language]
  const asking = { editionId: edition.id, networkId: network.id, language, now, ...personalIn(rendered, config) }
  const personal = reader ? (await (await personalPieces(db, asking))(db, [reader]))(reader) : {}
  const fields = { ...(reader && mergeValuesOf(reader)), ...personal, leaveToken: 'preview', preferencesToken: 'preview' }
  return { subject: fillText(rendered.subject, fields), html: fillHtml(rendered.html, fields), text: fillText(rendered.text, fields) }
}

/** Whose eyes a steward looks through: a reader of the list, or her own. */
export async function eyesOf(db: Db, { listId }: Edition, asked: string | undefined, person: Visitor) {
  const email = asked?.trim().toLowerCase() || person.email
  const personId = email === person.email ? person.id : (await findReaderByEmail(db, listId, email))?.personId
  const found = personId === undefined ? undefined : await findPerson(db, personId)
  return {
    email,
    reader: found ? { personId: found.id, firstName: found.firstName, organisation: found.organisation, state: found.state } : null,
    isKnown: found !== undefined,
  }
}
