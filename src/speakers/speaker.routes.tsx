import { ConfirmPage } from '#platform/html'
import { anyone, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { pictureRefusals } from '#platform/files'
import { findPerson } from '#people'
import type { Words } from '#platform/text'
import { saveSpeaker, type SpeakerRefusal } from './speaker.actions.ts'
import { findSpeaker, listSpeakers, listSpeakerTexts, listSpoken, removeSpeaker, type SpeakerReader } from './speaker.data.ts'
import { speakerForm, type SpeakerInput } from './speaker.form.ts'
import { SpeakerPage, SpeakersPage } from './speaker.pages.tsx'
import { SpeakerWritingPage } from './speaker-writing.pages.tsx'
import { paths } from './speakers.paths.ts'

const tables = ['speaker', 'webinar_speaker', 'event_speaker', 'webinar', 'webinar_text', 'event', 'event_text', 'network']

/** Who spoke, and where stewards keep them. */
export const speakerRoutes = newRoutes()
  .get('/speakers', anyone, async (c) =>
    c.var.page(<SpeakersPage speakers={await listSpeakers(c.var.db, readerOf(c))} />, { keep: { tables } }),
  )
  .get('/speakers/new', steward, (c) => c.var.page(<SpeakerWritingPage form={{ values: {}, errors: {} }} />))
  .post('/speakers', steward, (c) => save(c))
  .get('/speakers/:slug', anyone, async (c) => {
    const speaker = await asked(c)
    return c.var.page(<SpeakerPage speaker={speaker} spoken={await listSpoken(c.var.db, readerOf(c), speaker.id)} />, { keep: { tables } })
  })
  .post('/speakers/:slug', steward, (c) => save(c, c.req.param('slug')))
  .get('/speakers/:slug/edit', steward, async (c) => {
    const speaker = await asked(c)
    const form = { values: await valuesOf(c, speaker), errors: {} }
    return c.var.page(
      <SpeakerWritingPage slug={speaker.slug} form={form} seen={speaker.editedAt.toString()} hasPicture={speaker.picture !== null} />,
    )
  })
  .get('/speakers/:slug/removal', steward, async (c) => {
    const { slug, name } = await asked(c)
    const { t } = c.var
    const sentence = t('“{{name}}” is taken away from every event and webinar, with picture and words.', { name })
    const action = paths.removal(slug)
    return c.var.page(
      <ConfirmPage {...{ title: t('Remove this speaker?'), sentence, action, button: t('Remove it for good'), kind: 'danger' }} />,
    )
  })
  .post('/speakers/:slug/removal', steward, async (c) => {
    await removeSpeaker(c.var.db, c.var.network.id, c.req.param('slug'))
    return c.redirect(paths.speakers, 303)
  })

export const readerOf = (c: Asked): SpeakerReader => ({
  networkId: c.var.network.id,
  language: c.var.language,
  isSteward: c.var.person?.isSteward ?? false,
})

const asked = async (c: Asked) => (await findSpeaker(c.var.db, readerOf(c), c.req.param('slug') ?? '')) ?? notFound()

async function valuesOf(c: Asked, speaker: Awaited<ReturnType<typeof asked>>): Promise<Record<string, string>> {
  const texts = new Map((await listSpeakerTexts(c.var.db, speaker.id)).map((text) => [text.language, text]))
  const [en, es] = [texts.get('en'), texts.get('es')]
  const member = speaker.personId === null ? undefined : await findPerson(c.var.db, speaker.personId)
  return {
    name: speaker.name,
    organisation: speaker.organisation,
    member: member?.email ?? '',
    ...wordsOf(en, ''),
    ...wordsOf(es, 'Es'),
  }
}

const wordsOf = (text: { role: string; bio: string; pictureAlt: string } | undefined, ending: string) => ({
  [`role${ending}`]: text?.role ?? '',
  [`bio${ending}`]: text?.bio ?? '',
  [`pictureAlt${ending}`]: text?.pictureAlt ?? '',
})

async function save(c: Asked, slug?: string) {
  const before = slug === undefined ? undefined : await asked(c)
  const hasPicture = typeof before?.picture === 'string'
  const { values, form, typed = {} } = await readForm(c, speakerForm)
  if (!values) return c.var.page(<SpeakerWritingPage {...{ slug, form, hasPicture, seen: form.values['seen'] }} />, 422)
  const saved = await store(c, values, slug)
  if ('slug' in saved) return c.redirect(paths.speaker(saved.slug), 303)
  if (saved.refused === 'gone') notFound()
  const again = { values: typed, errors: { [fieldOf[saved.refused]]: sentences(c.var.t)[saved.refused] } }
  if (saved.refused !== 'changed-meanwhile')
    return c.var.page(<SpeakerWritingPage {...{ slug, form: again, hasPicture, seen: values.seen }} />, 422)
  return c.var.page(<SpeakerWritingPage {...{ slug, form: again, hasPicture, seen: (await asked(c)).editedAt.toString() }} />, 409)
}

const store = (c: Asked, input: SpeakerInput, slug: string | undefined) =>
  saveSpeaker(
    c.var.db,
    { networkId: c.var.network.id, personId: c.var.person?.id ?? null, dataDir: c.var.config.dataDir },
    { slug, input },
    c.var.now,
  )

type Shown = Exclude<SpeakerRefusal, 'gone'>

const fieldOf: Record<Shown, string> = {
  'no-picture': 'picture',
  'too-many-pixels': 'picture',
  'nobody-with-this-address': 'member',
  'changed-meanwhile': '',
}

const sentences = (t: Words): Record<Shown, string> => ({
  'no-picture': t(pictureRefusals['no-picture']),
  'too-many-pixels': t(pictureRefusals['too-many-pixels']),
  'nobody-with-this-address': t('Nobody here has this address. Leave it empty, or ask them to join first.'),
  'changed-meanwhile': t(
    'Somebody else saved this text while you were writing. Yours is below. Open the page in another window to compare; save again to put yours in its place.',
  ),
})
