import { z } from 'zod'
import { idInput, newRoutes, notFound, readForm, steward, type Asked } from '#platform/http'
import { listStewards } from '#people'
import { arrangeQuestion, moveInQueue, type QueueChange } from './question.actions.ts'
import { listQueue } from './question.data.ts'
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
  .post('/office-hours/queue/:id', steward, async (c) => {
    const id = idInput.safeParse(c.req.param('id')).data ?? notFound()
    const { values } = await readForm(c, arrangeForm(id))
    if (values && !(await arrange(c, id, values))) notFound()
    return c.redirect(paths.queue, 303)
  })

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
