import { z } from 'zod'
import { anyone, newRoutes, notFound, readForm, type Asked } from '#platform/http'
import { findAnswerById } from './answer.data.ts'
import { OutcomePage } from './answer.pages.tsx'
import { readToken } from './office-hours.links.ts'
import { paths } from './office-hours.paths.ts'
import { findOutcome, saveOutcome } from './outcome.data.ts'
import { readerFor } from './question.routes.tsx'

const outcomeForm = z.object({ said: z.enum(['yes', 'some', 'no']) })

/** Whether an answer helped: one press behind a link of one's own. */
export const outcomeRoutes = newRoutes()
  .get('/office-hours/helped/:token', anyone, async (c) => {
    const { answer, token, outcome } = await linked(c)
    return c.var.page(<OutcomePage answer={answer} token={token} said={outcome.said} />)
  })
  .post('/office-hours/helped/:token', anyone, async (c) => {
    const { outcome, token } = await linked(c)
    const { values } = await readForm(c, outcomeForm)
    if (values) await saveOutcome(c.var.db, outcome, values.said, c.var.now)
    return c.redirect(paths.outcome(token), 303)
  })

async function linked(c: Asked) {
  const token = c.req.param('token') ?? ''
  const { about: answerId, personId } = readToken(c.var.network.secret, 'did it help', token) ?? notFound()
  const outcome = (await findOutcome(c.var.db, { answerId, personId })) ?? notFound()
  const answer = (await findAnswerById(c.var.db, readerFor(c), answerId)) ?? notFound()
  return { token, outcome, answer }
}
