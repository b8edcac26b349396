import type { Config } from '#config'
import type { Db } from '#database'
import { findReaderByEmail } from '#mailing'
import { findPerson } from '#people'
import type { Here, Visitor } from '#platform/http'
import type { Language } from '#platform/text'
import { fillHtml, fillText, someoneIn } from '#letters'
import type { Edition } from './edition.data.ts'
import { writeLetters } from './letter.actions.ts'
import { renderLetters, type Rendered } from './rendering.actions.ts'
import { settingOf } from './sending.actions.ts'

export type Looking = { edition: Edition; network: Here; config: Config; now: Temporal.Instant }

/** What the edition says now, or what it said when it was sent. */
export const lettersOf = async (db: Db, { edition, network, now }: Looking) =>
  edition.sendingBeganAt && edition.letters ? edition.letters : writeLetters(db, network.id, edition, now)

/** The mail as one reader would get it, but that its personal links lead nowhere. */
export async function previewFor(
  db: Db,
  looking: Looking,
  { firstName, language }: { firstName: string; language: Language },
): Promise<Rendered> {
  const { edition, network, config } = looking
  const rendered = (await renderLetters(await lettersOf(db, looking), await settingOf(db, edition, { network, config })))[language]
  const fields = { firstName: firstName || someoneIn(language), leaveToken: 'preview', preferencesToken: 'preview' }
  return { subject: fillText(rendered.subject, fields), html: fillHtml(rendered.html, fields), text: fillText(rendered.text, fields) }
}

/** Whose eyes a steward looks through: a reader of the list, or her own. */
export async function eyesOf(db: Db, { listId }: Edition, asked: string | undefined, person: Visitor) {
  const email = asked?.trim().toLowerCase() || person.email
  const found = email === person.email ? await findPerson(db, person.id) : await findReaderByEmail(db, listId, email)
  return { email, firstName: found?.firstName ?? '', isKnown: found !== undefined }
}
