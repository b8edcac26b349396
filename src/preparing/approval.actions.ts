import type { Config } from '#config'
import { transaction, type Db } from '#database'
import type { Here } from '#platform/http'
import { queueMails } from '#platform/mail'
import { inLanguage } from '#letters'
import { lockEdition, mayEdit, type Edition } from '#editions'
import { findLastApproval, listOtherStewards, saveApproval, saveVerdict, type Verdict } from './approval.data.ts'
import { approvalAskedMail, verdictMail } from './approval.mails.tsx'
import { approvalStateOf, mayDecide } from './approval.rules.ts'

type Place = { network: Here; config: Config }
type Steward = { id: string; name: string }

/** Whether these words may leave as far as a second steward's word goes. */
export async function isApproved(db: Db, network: Pick<Here, 'approvalRequired'>, { id, changedAt }: Edition): Promise<boolean> {
  return !network.approvalRequired || approvalStateOf(await findLastApproval(db, id), changedAt) === 'approved'
}

export type ApprovalRefusal = { refused: 'gone' | 'changed' | 'not-asked' | 'own' }

/** Asks every other steward by mail for their word on the edition as it stands. */
export function askForApproval(
  db: Db,
  place: Place,
  { slug, steward, seen }: { slug: string; steward: Steward; seen: string },
  now: Temporal.Instant,
): Promise<{ asked: number } | ApprovalRefusal> {
  const { network } = place
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId: network.id, slug })
    if (!edition || !mayEdit(edition)) return { refused: 'gone' as const }
    if (edition.changedAt.toString() !== seen) return { refused: 'changed' as const }
    const others = await listOtherStewards(tx, network.id, steward.id)
    const state = approvalStateOf(await findLastApproval(tx, edition.id), edition.changedAt)
    if (state === 'asked' || state === 'approved') return { asked: 0 }
    await saveApproval(tx, { editionId: edition.id, wordsOf: edition.changedAt, askedBy: steward.id }, now)
    const mails = others.map((other) => approvalAskedMail(whereOf(place, edition, other.language), other, steward.name))
    await queueMails(tx, mails, now)
    return { asked: others.length }
  })
}

const whereOf = ({ network, config }: Place, { slug, subject }: Edition, language: 'en' | 'es' | null) => ({
  network,
  baseUrl: config.baseUrl,
  slug,
  subject: inLanguage(subject, language ?? network.language).text,
})

type Deciding = { slug: string; steward: Steward; seen: string } & Verdict

/** Gives one's word, or sends the edition back with a note; who asked hears of it by mail. */
export function decide(db: Db, place: Place, deciding: Deciding, now: Temporal.Instant): Promise<Verdict | ApprovalRefusal> {
  const { slug, steward, seen, ...said } = deciding
  return transaction(db, async (tx) => {
    const edition = await lockEdition(tx, { networkId: place.network.id, slug })
    if (!edition || !mayEdit(edition)) return { refused: 'gone' as const }
    const last = await findLastApproval(tx, edition.id)
    const refused = refusalOf(edition, last, { steward, seen })
    if (refused || !last) return { refused: refused ?? ('not-asked' as const) }
    await saveVerdict(tx, last.id, { ...said, decidedBy: steward.id, decidedAt: now })
    await queueMails(
      tx,
      askerOf(last).map((to) => verdictMail(whereOf(place, edition, to.language), to, { name: steward.name, ...said })),
      now,
    )
    return said
  })
}

type LastApproval = Awaited<ReturnType<typeof findLastApproval>>

function refusalOf({ changedAt, changedBy }: Edition, last: LastApproval, { steward, seen }: Pick<Deciding, 'steward' | 'seen'>) {
  if (changedAt.toString() !== seen) return 'changed' as const
  if (!last || approvalStateOf(last, changedAt) !== 'asked') return 'not-asked' as const
  return mayDecide(steward.id, { ...last, changedBy }) ? null : ('own' as const)
}

/** Nobody, when who asked is here no more. */
const askerOf = ({ askedBy, askerEmail, askerLanguage }: Exclude<LastApproval, undefined>) =>
  askedBy && askerEmail ? [{ id: askedBy, email: askerEmail, language: askerLanguage }] : []
