import { z } from 'zod'
import { honeypotName, type FormState } from '#platform/html'
import { findPerson, placeOf, savePerson } from '#people'
import { anyone, emailInput, idInput, lineInput, mayTry, networkOf, newRoutes, notFound, readForm, type Asked } from '#platform/http'
import { findAnswerById } from './answer.data.ts'
import { findMeToo } from './me-too.data.ts'
import { onPage, writeAbout } from './message.actions.ts'
import { listMessages } from './message.data.ts'
import { readToken } from './office-hours.links.ts'
import { paths } from './office-hours.paths.ts'
import { askMeToo, changeMine, confirmQuestion, sayMeToo, withdrawMine } from './question.actions.ts'
import { findQuestion, findSharedQuestion } from './question.data.ts'
import { questionForm, wordsForm } from './question.form.ts'
import { MinePage, WithdrawalPage } from './mine.pages.tsx'
import { MeTooConfirmPage } from './question.pages.tsx'
import { callsFor, forKnownCall, readerFor, showQuestion } from './question.routes.tsx'

const hour = Temporal.Duration.from({ hours: 1 })
const perAddress = { name: 'me too, address', tries: 5, window: hour }
const perClient = { name: 'me too, client', tries: 60, window: hour }
const meTooForm = z.object({ meTooEmail: emailInput, [honeypotName]: lineInput(200) })
const actForm = z.object({ act: z.enum(['confirm', 'change', 'say']).catch('change') })

/** A person's own challenge behind a link of their own, and "me too" at those of others. Opening a link changes nothing. */
export const mineRoutes = newRoutes()
  .get('/office-hours/mine/:token', anyone, (c) => showMine(c))
  .post('/office-hours/mine/:token', anyone, async (c) => {
    const mine = await linkedQuestion(c)
    const { values: asked } = await readForm(c, actForm)
    if (asked?.act === 'confirm') await confirmQuestion(c.var.db, placeOf(c), mine, c.var.now)
    else if (asked?.act === 'say') {
      const { values, form } = await readForm(c, wordsForm)
      if (!values) return showMine(c, form, 422)
      await writeAbout(c.var.db, placeOf(c), { questionId: mine.about, personId: mine.personId, ...values, ...onPage }, c.var.now)
    } else {
      const { values, form } = await readForm(c, questionForm)
      if (!values) return showMine(c, form, 422)
      await changeMine(c.var.db, placeOf(c), { ...mine, input: await forKnownCall(c, values) })
    }
    return c.redirect(paths.mine(mine.token), 303)
  })
  .get('/office-hours/mine/:token/withdrawal', anyone, async (c) => c.var.page(<WithdrawalPage token={(await linkedQuestion(c)).token} />))
  .post('/office-hours/mine/:token/withdrawal', anyone, async (c) => {
    const mine = await linkedQuestion(c)
    await withdrawMine(c.var.db, placeOf(c), mine, c.var.now)
    return c.redirect(paths.mine(mine.token), 303)
  })
  .post('/office-hours/questions/:id/me-too', anyone, (c) => meToo(c))
  .get('/office-hours/me-too/:token', anyone, async (c) => {
    const { question, token, same } = await linkedMeToo(c)
    if ((await findMeToo(c.var.db, same))?.confirmedAt) return c.redirect(`${paths.question(question.id)}?done=me-too`, 303)
    return c.var.page(<MeTooConfirmPage question={question} token={token} />)
  })
  .post('/office-hours/me-too/:token', anyone, async (c) => {
    const { question, same } = await linkedMeToo(c)
    const { db, now } = c.var
    const person = (await findPerson(db, same.personId)) ?? notFound()
    if (!person.emailProvedAt) await savePerson(db, person.id, { emailProvedAt: now })
    await sayMeToo(db, same, now)
    return c.redirect(`${paths.question(question.id)}?done=me-too`, 303)
  })

async function linkedQuestion(c: Asked) {
  const token = c.req.param('token') ?? ''
  const linked = readToken(c.var.network.secret, 'question', token) ?? notFound()
  const question = (await findQuestion(c.var.db, c.var.network.id, linked.about)) ?? notFound()
  if (question.personId !== linked.personId) notFound()
  return { ...linked, question, token }
}

async function linkedMeToo(c: Asked) {
  const token = c.req.param('token') ?? ''
  const { about: questionId, personId } = readToken(c.var.network.secret, 'me-too', token) ?? notFound()
  const question = (await findSharedQuestion(c.var.db, c.var.network.id, questionId)) ?? notFound()
  return { token, question, same: { questionId, personId } }
}

async function showMine(c: Asked, form?: FormState, status = 200) {
  const { question, token } = await linkedQuestion(c)
  const answer = question.answerId ? ((await findAnswerById(c.var.db, readerFor(c), question.answerId)) ?? null) : null
  const { stage, happened, tried, wish, sharing, eventId } = question
  const messages = await listMessages(c.var.db, question.id)
  const shown = form ?? { values: { stage, happened, tried, wish: wish ?? '', sharing, event: eventId ?? '' }, errors: {} }
  return c.var.page(<MinePage {...{ question, token, calls: await callsFor(c), form: shown, answer, messages }} />, status)
}

async function meToo(c: Asked) {
  const { db, person, network, now, language, clientAddress } = c.var
  const question = (await findSharedQuestion(db, network.id, idInput.safeParse(c.req.param('id')).data ?? notFound())) ?? notFound()
  if (person) {
    await sayMeToo(db, { questionId: question.id, personId: person.id }, now)
    return c.redirect(`${paths.question(question.id)}?done=me-too`, 303)
  }
  const { values, form } = await readForm(c, meTooForm)
  if (!values) return showQuestion(c, form, 422)
  const mayAsk = (await mayTry(db, perClient, networkOf(clientAddress), now)) && (await mayTry(db, perAddress, values.meTooEmail, now))
  if (!values[honeypotName] && mayAsk) await askMeToo(db, placeOf(c), { questionId: question.id, email: values.meTooEmail, language }, now)
  return c.redirect(`${paths.question(question.id)}?done=asked`, 303)
}
