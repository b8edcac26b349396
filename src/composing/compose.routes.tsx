import { languageAsked, newRoutes, notFound, steward, type Asked } from '#platform/http'
import { languages, type Language } from '#platform/text'
import { listTheseEvents } from '#events'
import { listTheseTips } from '#toolkit'
import { listWebinarTitles } from '#webinars'
import { actOf, typedBlocks, valuesOf, wordIn, type Row } from '#letters'
import { findForSteward, mayEdit, editionPaths as paths, type Edition } from '#editions'
import { compare, findDraft, findLastHand, goesOn, othersWriting, type Comparison, type Draft } from '#drafts'
import {
  pictureBlock,
  pictureIn,
  readComposition,
  saveComposition,
  type Composition,
  type Made,
  type Saved,
  type Saving,
} from './compose.actions.ts'
import { ComposePage } from './compose.pages.tsx'
import { whatIsNew } from './news.actions.ts'
import { blocksOf, fieldOf, notIn, type NewsSource } from './news.rules.ts'

/** Where stewards compose an edition. */
export const composeRoutes = (sources: NewsSource[]) =>
  newRoutes()
    .get('/updates/:slug/edit', steward, async (c) => {
      const edition = await findForSteward(c)
      return mayEdit(edition) ? show(c, edition, { personId: c.var.person.id, sources }) : c.redirect(paths.edition(edition.slug), 303)
    })
    .post('/updates/:slug/edit', steward, async (c) => {
      const edition = await findForSteward(c)
      const typed: Typed = { ...typedIn(await c.req.parseBody(), c.var.language), sources }
      const read = await readComposition(typed.body, { kept: edition.blocks, language: typed.language, dataDir: c.var.config.dataDir })
      if ('complaints' in read)
        return showAgain(c, edition, typed, { errors: said(c, read.complaints), pictures: read.pictures, status: 422 })
      const { composition } = read
      const made = await blocksMade(c, typed)
      if (made && 'refused' in made)
        return showAgain(c, edition, typed, { errors: { pasted: c.var.t(made.refused) }, pictures: {}, status: 422 })
      const saved = await save(c, edition, typed, { personId: c.var.person.id, composition, made })
      return answer(c, edition, { ...typed, composition }, saved)
    })

/** Blocks that the button asks for: of a picture put into the text, or of what is new. */
async function blocksMade(c: Asked, { act, body, language, sources }: Typed): Promise<Made | { refused: string } | undefined> {
  if (act === 'news') {
    const news = await newsFor(c, sources, language)
    const chosen = news.flatMap(({ items }) => items.filter((item) => body[fieldOf(item)]))
    return { after: '', blocks: blocksOf(chosen, language) }
  }
  if (!act.startsWith('picture:')) return undefined
  const made = await pictureBlock(body['pasted'], c.var.config.dataDir)
  return 'refused' in made ? made : { after: act.slice('picture:'.length), blocks: [made.block] }
}

const newsFor = (c: Asked, sources: NewsSource[], language: Language) =>
  whatIsNew(c.var.db, sources, { networkId: c.var.network.id, language }, c.var.now)

type Typed = { body: Record<string, unknown>; language: Language; seen: string; act: string; sources: NewsSource[] }

const typedIn = (body: Record<string, unknown>, usual: Language): Omit<Typed, 'sources'> => ({
  body,
  language: languages.find((one) => one === body['language']) ?? usual,
  seen: wordIn(body, 'seen'),
  act: wordIn(body, 'act'),
})

function save(c: Asked, { slug }: Edition, { language, seen, act }: Typed, what: Pick<Saving, 'personId' | 'composition' | 'made'>) {
  return saveComposition(c.var.db, { networkId: c.var.network.id, slug, language, seen, act: actOf(act), ...what }, c.var.now)
}

function answer(c: Asked, edition: Edition, typed: Typed & { composition: Composition }, saved: Saved) {
  const { slug } = edition
  if ('touched' in saved) {
    if (typed.act === 'preview') return c.redirect(paths.preview(slug, typed.language), 303)
    if (typed.act === 'send') return c.redirect(paths.send(slug), 303)
    return c.redirect(`${paths.edit(slug, typed.language)}${saved.touched ? `#block-${saved.touched}` : '&done=saved'}`, 303)
  }
  if (saved.refused === 'gone') return notFound()
  const { t } = c.var
  if (saved.refused === 'sent')
    return showAgain(c, edition, typed, {
      errors: { '': t('This edition has been sent meanwhile, so it stays as it was.') },
      pictures: {},
      status: 409,
    })
  const sentence = t(
    'Somebody else saved this text while you were writing. Both are below. Save again to put yours in the place of theirs.',
  )
  const theirs = saved.current ?? edition
  const conflict = compare(theirs, inTheir(theirs, typed), typed.language)
  return showAgain(c, theirs, typed, { errors: { '': sentence }, pictures: {}, status: 409, conflict })
}

/** What the edition would say if these words were saved over it. */
const inTheir = ({ subject, preheader }: Edition, { composition, language }: { composition: Composition; language: Language }) => ({
  subject: { ...subject, [language]: composition.subject },
  preheader: { ...preheader, [language]: composition.preheader },
  blocks: composition.blocks,
})

const said = (c: Asked, complaints: Record<string, string>) =>
  Object.fromEntries(Object.entries(complaints).map(([name, sentence]) => [name, c.var.t(sentence)]))

/** The page with what is saved, or with what this writer typed since. */
async function show(c: Asked, edition: Edition, { personId, sources }: { personId: string; sources: NewsSource[] }) {
  const { subject, preheader, blocks } = edition
  const language = languageAsked(c)
  const draft = await findDraft(c.var.db, { editionId: edition.id, personId, language })
  if (draft && isToBeShown(draft, edition, c.req.query('draft'))) return showDraft(c, edition, draft, sources)
  const values = { subject: subject[language] ?? '', preheader: preheader[language] ?? '', ...valuesOf(blocks, language) }
  const rows = blocks.map((block): Row => ({ id: block.id, type: block.type, picture: block.type === 'picture' ? block.picture : null }))
  const shown = { ...(await around(c, edition, { language, sources, slugs: slugsIn(values) })), rows, seen: edition.changedAt.toString() }
  return c.var.page(
    <ComposePage
      {...shown}
      form={{ values, errors: {} }}
      isSaved={c.req.query('done') === 'saved'}
      state={{ ...shown.state, draft: draft ? { keptAt: draft.keptAt, isShown: false, isOlder: !goesOn(draft, edition) } : null }}
    />,
  )
}

/** A draft that goes on from what is saved stands in the page; one that somebody else has overtaken is offered. */
const isToBeShown = (draft: Draft, edition: Edition, asked: string | undefined) =>
  asked === 'yes' || (asked !== 'no' && goesOn(draft, edition))

async function showDraft(c: Asked, edition: Edition, { fields, language, seen, keptAt }: Draft, sources: NewsSource[]) {
  const shown = {
    ...(await around(c, edition, { language, sources, slugs: slugsIn(fields) })),
    rows: rowsOf(fields),
    seen: seen.toString(),
  }
  const draft = { keptAt, isShown: true, isOlder: !seen.equals(edition.changedAt) }
  return c.var.page(<ComposePage {...shown} form={{ values: fields, errors: {} }} state={{ ...shown.state, draft }} />)
}

type Again = { errors: Record<string, string>; pictures: Record<string, object>; status: 422 | 409; conflict?: Comparison }

/** The page with all that was typed, and what is to mend. */
async function showAgain(
  c: Asked,
  edition: Edition,
  { body, language, seen, sources }: Typed,
  { errors, pictures, status, conflict }: Again,
) {
  const values = Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const shown = { ...(await around(c, edition, { language, sources, slugs: slugsIn(values) })), rows: rowsOf(body, pictures) }
  // What was wrong with the words says nothing of who saved meanwhile; once that was said, saving again is meant.
  const now = status === 422 ? seen : edition.changedAt.toString()
  return c.var.page(<ComposePage {...shown} seen={now} form={{ values, errors }} conflict={conflict} />, status)
}

type Around = { language: Language; sources: NewsSource[]; slugs: string[] }

/** What stands around the words, whichever they are. */
async function around(c: Asked, { id, slug, subject, blocks, changedAt, changedBy }: Edition, { language, sources, slugs }: Around) {
  const { db, network, person, now } = c.var
  const reader = { networkId: network.id, language }
  const [recordings, titles, news, name, others] = await Promise.all([
    listWebinarTitles(db, reader),
    titlesOf(c, language, slugs),
    newsFor(c, sources, language),
    findLastHand(db, changedBy),
    othersWriting(db, id, person?.id ?? '', now),
  ])
  const last = { at: changedAt, name, isMine: changedBy !== null && changedBy === person?.id }
  const written = languages.filter((one) => subject[one])
  return { slug, language, written, recordings, titles, news: notIn(blocks, news), state: { draft: null, others, last } }
}

/** The addresses of tips and events that were chosen one by one. */
const slugsIn = (values: Record<string, string>): string[] =>
  Object.entries(values).flatMap(([name, value]) => (name.endsWith('-only') ? value.split(',').slice(0, 10) : []))

async function titlesOf(c: Asked, language: Language, slugs: string[]): Promise<Record<string, string>> {
  if (slugs.length === 0) return {}
  const reader = { networkId: c.var.network.id, language }
  const [tips, events] = await Promise.all([listTheseTips(c.var.db, reader, slugs), listTheseEvents(c.var.db, reader, c.var.now, slugs)])
  return Object.fromEntries([...tips, ...events].map(({ slug, title }) => [slug, title]))
}

const rowsOf = (body: Record<string, unknown>, pictures: Record<string, object> = {}): Row[] =>
  typedBlocks(body).map(({ id, type, fields }) => ({
    id,
    type,
    picture: (pictures[id] as Row['picture'] | undefined) ?? pictureIn(fields),
  }))
