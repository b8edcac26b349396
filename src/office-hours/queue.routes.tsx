import { z } from 'zod'
import { emptyForm, type FormState } from '#platform/html'
import { idInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { listStewards, placeOf } from '#people'
import { arrangeQuestion, moveInQueue, type QueueChange } from './question.actions.ts'
import { mergeQuestion, takeApart } from './merge.actions.ts'
import { listMerged } from './merge.data.ts'
import type { MergeRefusal } from './merge.rules.ts'
import { onPage, writeAbout } from './message.actions.ts'
import { listMessages } from './message.data.ts'
import { findQueued, listQueue } from './question.data.ts'
import { wordsForm } from './question.form.ts'
import { QueuedPage } from './queued.pages.tsx'
import { QueuePage } from './queue.pages.tsx'
import { callsFor } from './question.routes.tsx'
import { paths } from './office-hours.paths.ts'

const emptyOr = z
  .string()
  .default('')
  .transform((id) => idInput.safeParse(id).data ?? null)
/** Each field stands once for each question on the page, so its name carries the question's id. */
const arrangeForm = (id: string) =>
  z
    .object({ act: z.enum(['up', 'down', 'private', 'arrange']), [`event-${id}`]: emptyOr, [`helper-${id}`]: emptyOr })
    .transform((sent) => ({ act: sent.act as Act, event: sent[`event-${id}`] ?? null, assignedTo: sent[`helper-${id}`] ?? null }))

const mergingForm = z.object({ act: z.enum(['merge', 'apart']), into: emptyOr })

type Act = 'up' | 'down' | 'private' | 'arrange'
type Arranged = { act: Act; event: string | null; assignedTo: string | null }

/** Where stewards put what waits in order. */
export const queueRoutes = newRoutes()
  .get('/office-hours/queue', steward, async (c) => {
    const { db, network, language, now } = c.var
    const [queue, stewards] = [await listQueue(db, network.id, language, now), await listStewards(db, network.id)]
    const helpers = stewards.map(({ id, email }) => ({ id, words: email }))
    return c.var.page(<QueuePage queue={queue} calls={await callsFor(c)} stewards={helpers} />)
  })
  .get('/office-hours/queue/:id', steward, (c) => showQueued(c, {}))
  .post('/office-hours/queue/:id/words', steward, async (c) => {
    const { id: questionId } = await queuedOf(c)
    const { values, form } = await readForm(c, wordsForm)
    if (!values) return showQueued(c, { form, status: 422 })
    const isSent = await writeAbout(c.var.db, placeOf(c), { questionId, personId: c.var.person.id, ...values, ...onPage }, c.var.now)
    return isSent ? c.redirect(`${paths.queued(questionId)}#words`, 303) : notFound()
  })
  .post('/office-hours/queue/:id/merging', steward, async (c) => {
    const { id } = await queuedOf(c)
    const { values } = await readForm(c, mergingForm)
    if (values?.act === 'apart') await takeApart(c.var.db, c.var.network.id, id)
    else {
      const done = await mergeQuestion(c.var.db, c.var.network.id, { id, into: values?.into ?? id })
      if ('refused' in done) return showQueued(c, { status: 409, refused: done.refused })
    }
    return c.redirect(paths.queued(id), 303)
  })
  .post('/office-hours/queue/:id', steward, async (c) => {
    const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
    const { values } = await readForm(c, arrangeForm(id))
    if (values && !(await arrange(c, id, values))) notFound()
    return c.redirect(paths.queue, 303)
  })

const queuedOf = async (c: Asked) => {
  const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
  return (await findQueued(c.var.db, c.var.network.id, c.var.language, id)) ?? notFound()
}

type Again = { form?: FormState; status?: number; refused?: MergeRefusal }

async function showQueued(c: Asked, { form = emptyForm, status = 200, refused }: Again) {
  const { db, network, language, now } = c.var
  const question = await queuedOf(c)
  const [messages, merged] = [await listMessages(db, question.id), await listMerged(db, question.id)]
  const others = (await listQueue(db, network.id, language, now)).filter(({ id }) => id !== question.id)
  return c.var.page(<QueuedPage {...{ question, messages, merged, others, form }} refused={refused ?? null} />, status)
}

async function arrange(c: Asked, id: string, { act, event, assignedTo }: Arranged): Promise<boolean> {
  const { db, network } = c.var
  if (act === 'up' || act === 'down') return moveInQueue(db, network.id, id, act)
  const change: QueueChange = act === 'private' ? { sharing: 'not-at-all' } : await known(c, { eventId: event, assignedTo })
  return arrangeQuestion(db, network.id, id, change)
}

/** Only a call that is coming up, and only somebody who looks after the community. */
async function known(c: Asked, { eventId, assignedTo }: { eventId: string | null; assignedTo: string | null }): Promise<QueueChange> {
  const [calls, stewards] = [await callsFor(c), await listStewards(c.var.db, c.var.network.id)]
  return {
    eventId: calls.some(({ id }) => id === eventId) ? eventId : null,
    assignedTo: stewards.some(({ id }) => id === assignedTo) ? assignedTo : null,
  }
}
