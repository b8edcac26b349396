import type { FormState } from '#platform/html'
import { languageAsked, newRoutes, notFound, steward, type Asked } from '#platform/http'
import { languages, type Language } from '#platform/text'
import { listWebinarTitles } from '#webinars'
import { actOf } from '#letters'
import type { Row } from './block-fields.pages.tsx'
import { typedBlocks, valuesOf, wordIn } from './block.form.ts'
import { readComposition, saveComposition, type Composition, type Saved } from './compose.actions.ts'
import { ComposePage } from './compose.pages.tsx'
import { findEdition, type Edition } from './edition.data.ts'
import { mayEdit } from './edition.rules.ts'
import { paths } from './editions.paths.ts'

/** Where stewards compose an edition. */
export const composeRoutes = newRoutes()
  .get('/updates/:slug/edit', steward, async (c) => {
    const edition = await findForSteward(c)
    return mayEdit(edition) ? show(c, edition, languageAsked(c)) : c.redirect(paths.edition(edition.slug), 303)
  })
  .post('/updates/:slug/edit', steward, async (c) => {
    const edition = await findForSteward(c)
    const typed = typedIn(await c.req.parseBody(), c.var.language)
    const read = await readComposition(typed.body, { kept: edition.blocks, language: typed.language, dataDir: c.var.config.dataDir })
    if ('complaints' in read)
      return showAgain(c, edition, typed, { errors: said(c, read.complaints), pictures: read.pictures, status: 422 })
    const saved = await save(c, edition, typed, { personId: c.var.person.id, composition: read.composition })
    return answer(c, edition, typed, saved)
  })

export const findForSteward = async (c: Asked): Promise<Edition> =>
  (await findEdition(c.var.db, c.var.network.id, c.req.param('slug') ?? '')) ?? notFound()

type Typed = { body: Record<string, unknown>; language: Language; seen: string; act: string }

const typedIn = (body: Record<string, unknown>, usual: Language): Typed => ({
  body,
  language: languages.find((one) => one === body['language']) ?? usual,
  seen: wordIn(body, 'seen'),
  act: wordIn(body, 'act'),
})

function save(c: Asked, { slug }: Edition, { language, seen, act }: Typed, what: { personId: string; composition: Composition }) {
  return saveComposition(c.var.db, { networkId: c.var.network.id, slug, language, seen, act: actOf(act), ...what }, c.var.now)
}

function answer(c: Asked, edition: Edition, typed: Typed, saved: Saved) {
  const { slug } = edition
  if ('touched' in saved) {
    if (typed.act === 'preview') return c.redirect(paths.preview(slug, typed.language), 303)
    if (typed.act === 'send') return c.redirect(paths.send(slug), 303)
    return c.redirect(`${paths.edit(slug, typed.language)}${saved.touched ? `#block-${saved.touched}` : '&done=saved'}`, 303)
  }
  if (saved.refused === 'gone') return notFound()
  const { t } = c.var
  const sentence =
    saved.refused === 'sent'
      ? t('This edition has been sent meanwhile, so it stays as it was.')
      : t(
          'Somebody else saved this text while you were writing. Yours is below. Open the page in another window to compare; save again to put yours in its place.',
        )
  return showAgain(c, saved.current ?? edition, typed, { errors: { '': sentence }, pictures: {}, status: 409 })
}

const said = (c: Asked, complaints: Record<string, string>) =>
  Object.fromEntries(Object.entries(complaints).map(([name, sentence]) => [name, c.var.t(sentence)]))

const recordingsFor = (c: Asked, language: Language) => listWebinarTitles(c.var.db, { networkId: c.var.network.id, language })

async function show(c: Asked, edition: Edition, language: Language) {
  const { slug, subject, preheader, blocks, changedAt } = edition
  const values = { subject: subject[language] ?? '', preheader: preheader[language] ?? '', ...valuesOf(blocks, language) }
  const rows = blocks.map((block): Row => ({ id: block.id, type: block.type, picture: block.type === 'picture' ? block.picture : null }))
  const shown = {
    slug,
    language,
    written: writtenIn(edition),
    seen: changedAt.toString(),
    rows,
    recordings: await recordingsFor(c, language),
  }
  return c.var.page(<ComposePage {...shown} form={{ values, errors: {} }} isSaved={c.req.query('done') === 'saved'} />)
}

type Again = { errors: Record<string, string>; pictures: Record<string, object>; status: 422 | 409 }

/** The page with all that was typed, and what is to mend. */
async function showAgain(c: Asked, edition: Edition, { body, language }: Typed, { errors, pictures, status }: Again) {
  const values = Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const form: FormState = { values, errors }
  const rows = typedBlocks(body).map(({ id, type }): Row => ({ id, type, picture: (pictures[id] as Row['picture'] | undefined) ?? null }))
  const { slug, changedAt } = edition
  const shown = {
    slug,
    language,
    written: writtenIn(edition),
    seen: changedAt.toString(),
    rows,
    recordings: await recordingsFor(c, language),
  }
  return c.var.page(<ComposePage {...shown} form={form} />, status)
}

const writtenIn = ({ subject }: Edition): Language[] => languages.filter((language) => subject[language])
