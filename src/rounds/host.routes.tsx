import encodeQr from 'qr'
import { anyone, newRoutes, notFound, type Asked } from '#platform/http'
import { reveal } from './round.actions.ts'
import { findRound, type Round } from './round.data.ts'
import { readHostToken } from './round.links.ts'
import { HostPage } from './round.pages.tsx'
import { standingOf } from './standing.ts'
import { paths } from './rounds.paths.ts'

/** What the facilitator sees and does, behind a link that only they have. */
export const hostRoundRoutes = newRoutes()
  .get('/rounds/host/:token', anyone, async (c) => show(c, await hosted(c)))
  .post('/rounds/host/:token/reveal', anyone, async (c) => {
    const outcome = await reveal(c.var.db, await hosted(c), c.var.now)
    if (outcome === 'revealed') return c.redirect(paths.host(c.req.param('token')), 303)
    const sentence = c.var.t('Wait until three people have answered: of fewer, one could guess who said what.')
    return show(c, await hosted(c), { problem: sentence, status: 409 })
  })

async function hosted(c: Asked): Promise<Round> {
  const { db, network } = c.var
  const id = readHostToken(network.secret, c.req.param('token') ?? '') ?? notFound()
  return (await findRound(db, network.id, id)) ?? notFound()
}

async function show(c: Asked, round: Round, { problem = null, status = 200 }: { problem?: string | null; status?: number } = {}) {
  const standing = await standingOf(c, round)
  const square = encodeQr(c.var.config.baseUrl + paths.round(round.code), 'raw', { border: 2 })
  return c.var.page(<HostPage {...{ round, standing, square, problem }} token={c.req.param('token') ?? ''} />, status)
}
