import { z } from 'zod'
import { emptyForm, type FormState } from '#platform/html'
import { newRoutes, notFound, readForm, requiredLineInput, steward, type Asked } from '#platform/http'
import { say } from '#platform/text'
import type { Asking } from './condition.data.ts'
import { countPeople } from './count.data.ts'
import { definitionIn } from './definition.form.ts'
import { actOf, isFinished, type Definition } from './definition.rules.ts'
import { beginSegment, copySegment, dropSegment, saveSegment, speakerFor, type Saved } from './segment.actions.ts'
import { findSegment, listEditionsThatUse, listSegments, type Segment } from './segment.data.ts'
import { RemovalPage, SegmentPage, SegmentsPage } from './segment.pages.tsx'
import { paths } from './segments.paths.ts'
import { sentenceOf } from './sentence.rules.ts'

const naming = z.object({ name: requiredLineInput(120) })
const typing = z.looseObject({ name: requiredLineInput(120), seen: z.string().default(''), act: z.string().default('') })

/** Where stewards put segments together. */
export const segmentRoutes = newRoutes()
  .get('/admin/segments', steward, (c) => showAll(c, emptyForm))
  .post('/admin/segments', steward, async (c) => {
    const { values, form } = await readForm(c, naming)
    if (!values) return showAll(c, form)
    const who = { networkId: c.var.network.id, personId: c.var.person.id }
    return c.redirect(paths.segment(await beginSegment(c.var.db, who, values.name, c.var.now)), 303)
  })
  .get('/admin/segments/:id', steward, async (c) => {
    const { name, definition, ...segment } = await findForSteward(c)
    return show(c, segment, { name, definition, errors: {} })
  })
  .post('/admin/segments/:id', steward, async (c) => {
    const segment = await findForSteward(c)
    const read = await readSegment(c, segment)
    if (hasErrors(read)) return show(c, segment, read, 422)
    const act = actOf(read.act, (group) => read.kindFor(group))
    const saving = { networkId: c.var.network.id, personId: c.var.person.id, id: segment.id, ...read, act }
    return answer(c, segment, read, await saveSegment(c.var.db, saving, c.var.now))
  })
  .post('/admin/segments/:id/count', steward, async (c) => {
    const segment = await findForSteward(c)
    const read = await readSegment(c, segment)
    return show(c, { ...segment, seen: read.seen }, read, hasErrors(read) ? 422 : 200)
  })
  .post('/admin/segments/:id/copy', steward, async (c) => {
    const { id } = await findForSteward(c)
    const { db, t, network, person, now } = c.var
    const which = { networkId: network.id, personId: person.id, id }
    const copy = (await copySegment(db, which, (name) => t('Copy of {{name}}', { name }), now)) ?? notFound()
    return c.redirect(`${paths.segment(copy)}?done=copied`, 303)
  })
  .get('/admin/segments/:id/removal', steward, async (c) => {
    const { id, name } = await findForSteward(c)
    return c.var.page(<RemovalPage id={id} name={name} uses={await usesOf(c, id)} />)
  })
  .post('/admin/segments/:id/removal', steward, async (c) => {
    const { id, name } = await findForSteward(c)
    const outcome = await dropSegment(c.var.db, { networkId: c.var.network.id, id })
    if ('removed' in outcome) return c.redirect(paths.segments, 303)
    if (outcome.refused === 'gone') return notFound()
    return c.var.page(<RemovalPage id={id} name={name} uses={await usesOf(c, id)} />, 409)
  })

async function findForSteward(c: Asked): Promise<Segment> {
  const id = z.uuid().safeParse(c.req.param('id')).data
  return (id && (await findSegment(c.var.db, { networkId: c.var.network.id, id }))) || notFound()
}

type Read = {
  name: string
  seen: string
  act: string
  definition: Definition
  errors: Record<string, string>
  kindFor: (group: string) => string
}

const hasErrors = ({ errors }: { errors: Record<string, string> }) => Object.keys(errors).length > 0

/** What the form holds; where it is not what the page offered, the segment as it was kept. */
async function readSegment(c: Asked, kept: Segment): Promise<Read> {
  const body = await bodyOf(c)
  const typed = typing.safeParse(body)
  const read = definitionIn(body)
  const wordIn = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const errors = {
    ...(typed.success ? {} : { name: c.var.t(say('Fill this in.')) }),
    ...('complaints' in read
      ? Object.fromEntries(Object.entries(read.complaints).map(([name, sentence]) => [name, c.var.t(sentence)]))
      : {}),
  }
  return {
    name: typed.data?.name ?? wordIn('name').slice(0, 120),
    seen: wordIn('seen'),
    act: wordIn('act'),
    definition: 'definition' in read ? read.definition : kept.definition,
    errors,
    kindFor: (group) => wordIn(`${group}-new`),
  }
}

const bodyOf = async (c: Asked): Promise<Record<string, unknown>> => c.req.parseBody()

function answer(c: Asked, segment: Segment, read: Read, saved: Saved) {
  if ('touched' in saved) {
    const place = saved.touched ? `#part-${saved.touched}` : ''
    return c.redirect(`${paths.segment(segment.id)}${read.act === 'save' ? '?done=saved' : place}`, 303)
  }
  if (saved.refused === 'gone') return notFound()
  const sentence = c.var.t(
    'Somebody else saved this text while you were writing. Yours is below. Open the page in another window to compare; save again to put yours in its place.',
  )
  return show(c, saved.current, { ...read, errors: { '': sentence } }, 409)
}

type Shown = { name: string; definition: Definition; errors: Record<string, string> }
type Which = { id: string; changedAt: Temporal.Instant; seen?: string }

async function show(c: Asked, { id, changedAt, seen }: Which, { name, definition, errors }: Shown, status: 200 | 409 | 422 = 200) {
  const { db, network, language } = c.var
  const page = (
    <SegmentPage
      id={id}
      name={name}
      definition={definition}
      errors={errors}
      seen={seen ?? changedAt.toString()}
      speaker={await speakerFor(db, network, language)}
      counted={isFinished(definition) ? await countPeople(db, definition, askingOf(c)) : null}
      uses={await usesOf(c, id)}
      done={(['saved', 'copied'] as const).find((word) => word === c.req.query('done'))}
    />
  )
  return c.var.page(page, status)
}

const askingOf = (c: Asked): Asking => {
  const { id, language, timeZone } = c.var.network
  return { networkId: id, language, timeZone }
}

async function showAll(c: Asked, form: FormState) {
  const { db, network, language } = c.var
  const speaker = await speakerFor(db, network, language)
  const segments = (await listSegments(db, network.id)).map(({ id, name, definition }) => ({
    id,
    name,
    sentence: sentenceOf(definition, speaker),
  }))
  return c.var.page(<SegmentsPage segments={segments} form={form} />, hasErrors(form) ? 422 : 200)
}

const usesOf = async (c: Asked, id: string) =>
  (await listEditionsThatUse(c.var.db, id)).map(({ slug, subject }) => ({
    href: `/updates/${slug}/send`,
    subject: subject[c.var.language] ?? Object.values(subject)[0] ?? '',
  }))
