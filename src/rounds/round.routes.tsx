import { setCookie, getCookie } from 'hono/cookie'
import { z } from 'zod'
import { newId } from '#database'
import { emptyForm, type FormState } from '#platform/html'
import {
  anyone,
  mayTry,
  networkOf,
  newRoutes,
  notFound,
  readForm,
  requiredLineInput,
  type Asked,
  type RequestContext,
} from '#platform/http'
import type { Words } from '#platform/text'
import { findTool, findVersion, readTyped, typedFrom, type Tool } from '#tools'
import { answerRound, openRound, type Answering } from './round.actions.ts'
import { readCode } from './round.code.ts'
import { findAnswer, findRoundByCode, type Round } from './round.data.ts'
import { hostToken, phoneToken, readPhoneToken } from './round.links.ts'
import { AnswerPage, CodePage, OpenRoundPage } from './round.pages.tsx'
import { standingOf } from './standing.ts'
import { Board } from './board.pages.tsx'
import { paths } from './rounds.paths.ts'

const hour = Temporal.Duration.from({ hours: 1 })
const opened = { name: 'open a round', tries: 30, window: hour }
/** A whole conference may sit behind one address, and everybody changes their mind. */
const answered = { name: 'answer a round', tries: 4000, window: hour }
const openForm = z.object({ title: requiredLineInput(120) })
const codeForm = z.object({ code: requiredLineInput(40) })

const followed = ['round', 'round_answer']

/** Opening a round, and answering one on one's own phone, without an account. */
export const roundRoutes = newRoutes()
  .get('/tools/:slug/rounds/new', anyone, async (c) => c.var.page(<OpenRoundPage tool={await groupTool(c)} form={emptyForm} />))
  .post('/tools/:slug/rounds', anyone, async (c) => {
    const tool = await groupTool(c)
    const { values, form, typed } = await readForm(c, openForm)
    if (!values) return c.var.page(<OpenRoundPage tool={tool} form={form} />, 422)
    const { db, network, person, now, t } = c.var
    const sentence = t('Very many answers came from your network. Try again in an hour.')
    if (!(await mayTry(db, opened, networkOf(c.var.clientAddress), now)))
      return c.var.page(<OpenRoundPage tool={tool} form={{ values: typed, errors: { title: sentence } }} />, 429)
    const id = await openRound(db, { networkId: network.id, tool, title: values.title, personId: person?.id ?? null }, now)
    return c.redirect(paths.host(hostToken(network.secret, id)), 303)
  })
  .get('/rounds', anyone, (c) => c.var.page(<CodePage form={emptyForm} />))
  .post('/rounds', anyone, async (c) => {
    const { values, form, typed } = await readForm(c, codeForm)
    if (!values) return c.var.page(<CodePage form={form} />, 422)
    const round = await findRoundByCode(c.var.db, c.var.network.id, readCode(values.code))
    if (round) return c.redirect(paths.round(round.code), 303)
    return c.var.page(
      <CodePage form={{ values: typed, errors: { code: c.var.t('There is no round with this code. Look at the screen once more.') } }} />,
      422,
    )
  })
  .get('/rounds/:code', anyone, async (c) => {
    const round = await roundAsked(c)
    const phone = phoneOf(c, round, c.req.query('phone'))
    const standing = await standingOf(c, round)
    const before = await findAnswer(c.var.db, round.id, phone)
    const values = before ? { ...typedFrom(standing.tool.definition, before.answers), part: before.part ?? '' } : {}
    return show(c, round, { phone, form: { values, errors: {} }, hasAnswered: before !== undefined })
  })
  .get('/rounds/:code/stream', anyone, async (c) => {
    const round = await roundAsked(c)
    const { part, follow, language } = c.var
    const load = async () => part(<Board standing={await standingOf(c, await roundAsked(c))} />)
    return follow({ name: `round ${round.id} ${language}`, tables: followed, load })
  })
  .post('/rounds/:code', anyone, async (c) => answer(c, await roundAsked(c)))

/** Only what is meant for a group; of another tool there is no round. */
async function groupTool(c: Asked): Promise<Tool> {
  const tool = await findTool(c.var.db, c.var.network.id, c.req.param('slug') ?? '')
  return tool?.definition.together ? tool : notFound()
}

const roundAsked = async (c: Asked): Promise<Round> =>
  (await findRoundByCode(c.var.db, c.var.network.id, readCode(c.req.param('code') ?? ''))) ?? notFound()

const cookieOf = (round: Round) => `round-${round.code}`

/** The phone that answers: as it says itself, if we made that; otherwise a new one. */
function phoneOf(c: Asked, round: Round, said: string | undefined): string {
  const { secret } = c.var.network
  const known = [said, getCookie(c as RequestContext, cookieOf(round))].map((token) => readPhoneToken(secret, round.id, token ?? ''))
  return known.find((phone) => phone !== null) ?? newId()
}

async function answer(c: RequestContext, round: Round) {
  const tool = (await findVersion(c.var.db, round.toolId, round.version)) ?? notFound()
  const read = await readTyped(c, tool.definition)
  const { typed } = read
  const phone = readPhoneToken(c.var.network.secret, round.id, typed['phone'] ?? '') ?? notFound()
  if (read.form) return show(c, round, { phone, form: read.form, hasAnswered: false }, 422)
  const outcome = await take(c, { round, phone, part: partOf(tool, typed['part']), answers: read.answers })
  if (outcome === 'kept') return remember(c, round, phone)
  const problem = refusedWords(c.var.t)[outcome.refused]
  const again = { phone, form: { values: typed, errors: {} }, hasAnswered: false, problem }
  return show(c, await roundAsked(c), again, outcome.refused === 'too-often' ? 429 : 409)
}

const partOf = ({ definition }: Tool, said: string | undefined) => definition.parts.find(({ key }) => key === said)?.key ?? null

async function take(c: Asked, answering: Answering): Promise<'kept' | { refused: 'closed' | 'full' | 'too-often' }> {
  const { db, now, clientAddress } = c.var
  const may = await mayTry(db, answered, networkOf(clientAddress), now)
  return may ? answerRound(db, answering, now) : { refused: 'too-often' }
}

const refusedWords = (t: Words) => ({
  closed: t('Your facilitator has revealed already, so this came too late. Here is what the group said.'),
  full: t('This round is full: it takes 2,000 answers.'),
  'too-often': t('Very many answers came from your network. Try again in an hour.'),
})

/** The phone finds its own answer again: by a cookie, and without cookies by its address. */
function remember(c: RequestContext, round: Round, phone: string) {
  const token = phoneToken(c.var.network.secret, round.id, phone)
  const secure = c.var.config.baseUrl.startsWith('https:')
  setCookie(c, cookieOf(round), token, { path: '/rounds', httpOnly: true, sameSite: 'Lax', secure, maxAge: 60 * 60 * 24 * 30 })
  return c.redirect(paths.answered(round.code, token), 303)
}

type Shown = { phone: string; form: FormState; hasAnswered: boolean; problem?: string }

async function show(c: Asked, round: Round, { phone, ...shown }: Shown, status = 200) {
  const standing = await standingOf(c, round)
  const token = phoneToken(c.var.network.secret, round.id, phone)
  return c.var.page(<AnswerPage {...shown} {...{ round, standing }} phone={token} />, status)
}
