import { z } from 'zod'
import { emptyForm, type FormState } from '#platform/html'
import { newRoutes, notFound, readForm, requiredLineInput, steward, textInput, type Asked } from '#platform/http'
import { languages, say, type Language } from '#platform/text'
import { inLanguage } from '#letters'
import { countWhoHadItBefore, findForSteward, hasNoteSince, editionPaths as paths, type Edition } from '#editions'
import { editionProgress } from './delivery.actions.ts'
import { mendedAt, mendEdition, stopForMistake, writeCorrectionNote } from './mending.actions.ts'
import { CorrectionNotePage, MendingPage } from './mending.pages.tsx'
import { findStop } from './stop.data.ts'

/** Where an edition on its way is stopped and mended. */
export const mendingRoutes = newRoutes()
  .post('/updates/:slug/sending/stop', steward, async (c) => {
    const { slug } = await findForSteward(c)
    const isThere = await stopForMistake(c.var.db, which(c), c.var.person.id, c.var.now)
    return isThere ? c.redirect(paths.mending(slug), 303) : notFound()
  })
  .get('/updates/:slug/mending', steward, async (c) => {
    const edition = await findForSteward(c)
    return showMending(c, edition, { ...emptyForm, values: wordsNow(edition) })
  })
  .post('/updates/:slug/mending', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form, typed } = await readForm(c, mendingForm(edition))
    if (!values) return showMending(c, edition, form)
    const { network, config, person, now, db } = c.var
    const words = { subjects: subjectsIn(edition, values), words: wordsIn(edition, typed), note: values['note'] ?? '' }
    await mendEdition(db, { ...which(c), network, config, personId: person.id, ...words }, now)
    return c.redirect(paths.sending(edition.slug), 303)
  })
  .get('/updates/:slug/correction-note', steward, async (c) => showNote(c, await findForSteward(c), emptyForm))
  .post('/updates/:slug/correction-note', steward, async (c) => {
    const edition = await findForSteward(c)
    const { values, form } = await readForm(c, noteForm)
    if (!values) return showNote(c, edition, form)
    await writeCorrectionNote(c.var.db, { ...which(c), network: c.var.network, config: c.var.config, words: values.words }, c.var.now)
    return c.redirect(paths.correctionNote(edition.slug), 303)
  })

const which = (c: Asked) => ({ networkId: c.var.network.id, slug: c.req.param('slug') ?? '' })

const noteForm = z.object({ words: textInput(2000).refine((words) => words !== '', { error: say('Fill this in.') }) })

const writtenIn = ({ subject }: Edition): Language[] => languages.filter((language) => subject[language])

const wordBlocks = ({ blocks }: Edition) => blocks.flatMap((block) => (block.type === 'words' ? [block] : []))

const mendingForm = (edition: Edition) =>
  z.object({
    note: requiredLineInput(500),
    ...Object.fromEntries(writtenIn(edition).map((language) => [`${language}-subject`, requiredLineInput(200)])),
  }) as z.ZodType<Record<string, string>>

const wordsNow = (edition: Edition): Record<string, string> =>
  Object.fromEntries(
    writtenIn(edition).flatMap((language) => [
      [`${language}-subject`, edition.subject[language] ?? ''],
      ...wordBlocks(edition).map(({ id, text }) => [`${language}-${id}-text`, text[language] ?? '']),
    ]),
  ) as Record<string, string>

const subjectsIn = (edition: Edition, values: Record<string, string>) =>
  Object.fromEntries(writtenIn(edition).map((language) => [language, values[`${language}-subject`] ?? '']))

/** A field that was not sent leaves its words as they are. */
const wordsIn = (edition: Edition, typed: Record<string, string>) =>
  Object.fromEntries(
    writtenIn(edition).map((language) => [
      language,
      Object.fromEntries(
        wordBlocks(edition).flatMap(({ id }) => {
          const words = typed[`${language}-${id}-text`]
          return words === undefined ? [] : [[id, words.slice(0, 60_000)]]
        }),
      ),
    ]),
  )

async function showMending(c: Asked, edition: Edition, form: FormState) {
  const [progress, stop] = [await editionProgress(c.var.db, edition), await findStop(c.var.db, edition.id)]
  if (!progress || !stop) return c.redirect(paths.sending(edition.slug), 303)
  const { sent, waiting } = progress
  const subject = inLanguage(edition.subject, c.var.language).text
  const blocks = wordBlocks(edition).map(({ id }) => id)
  return c.var.page(
    <MendingPage {...{ slug: edition.slug, subject, written: writtenIn(edition), blocks, sent, waiting, form }} />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  )
}

async function showNote(c: Asked, edition: Edition, form: FormState) {
  const since = (await mendedAt(c.var.db, edition.id)) ?? notFound()
  const count = (await countWhoHadItBefore(c.var.db, edition.id)).reduce((sum, one) => sum + one.count, 0)
  const subject = inLanguage(edition.subject, c.var.language).text
  const isSent = await hasNoteSince(c.var.db, edition.id, since)
  return c.var.page(
    <CorrectionNotePage {...{ slug: edition.slug, subject, count, form, isSent }} />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  )
}
