import { z } from 'zod'
import { idInput, lineInput, newRoutes, notFound, readForm, steward } from '#platform/http'
import { say } from '#platform/text'
import { removeAnswerLink, saveAnswerLink } from './answer-link.data.ts'
import { secondsIn } from './answer-link.rules.ts'
import { findAnswer } from './answer.data.ts'
import { readerOf, showAnswer } from './answer.routes.tsx'
import { paths } from './office-hours.paths.ts'

const linkForm = z.object({
  act: z.enum(['add', 'remove']).catch('add'),
  link: idInput.optional().catch(undefined),
  to: z.string().default(''),
  at: lineInput(10).transform((typed, issue) => {
    const seconds = typed === '' ? null : secondsIn(typed)
    if (typed !== '' && seconds === null) issue.addIssue(say('Write the minute like 12:30.'))
    return seconds
  }),
})

/** Where stewards say how an answer goes on. */
export const answerLinkRoutes = newRoutes().post('/office-hours/answers/:slug/links', steward, async (c) => {
  const { db, network, now } = c.var
  const { id, slug } = (await findAnswer(db, readerOf(c), c.req.param('slug'))) ?? notFound()
  const { values, form } = await readForm(c, linkForm)
  if (!values) return showAnswer(c, { form, status: 422 })
  const to = targetOf(values.to)
  if (values.act === 'remove') await removeAnswerLink(db, id, values.link ?? id)
  else if (to)
    await saveAnswerLink(db, { answerId: id, networkId: network.id, ...to, atSecond: to.kind === 'webinar' ? values.at : null }, now)
  else return showAnswer(c, { form: { values: {}, errors: { to: c.var.t('Choose where it goes on.') } }, status: 422 })
  return c.redirect(`${paths.answer(slug)}#goes-on`, 303)
})

function targetOf(typed: string): { kind: 'tip' | 'webinar'; slug: string } | null {
  const [, kind, slug = ''] = /^(tip|webinar) ([a-z0-9-]{1,90})$/.exec(typed) ?? []
  return kind === 'tip' || kind === 'webinar' ? { kind, slug } : null
}
