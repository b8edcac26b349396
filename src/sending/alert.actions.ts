import type { Config } from '#config'
import type { Db, Tx } from '#database'
import { findRootNetwork } from '#networks'
import { listStewards } from '#people'
import type { Here } from '#platform/http'
import { addJob } from '#platform/jobs'
import { pauseBulk, queueMails, type RefusalListener } from '#platform/mail'
import { inLanguage } from '#letters'
import { editionPaths as paths, type Edition } from '#editions'
import { countWhatCame, findEditionOfMail, saveTrouble } from './alert.data.ts'
import { boundsOf, breachOf, type Breach } from './alert.rules.ts'
import { editionProgress, withContents } from './delivery.actions.ts'
import type { EditionTroubleTable } from './sending.tables.ts'
import { stewardNewsMail, type StewardNews } from './steward-news.mails.tsx'
import { saveStop } from './stop.data.ts'
import { stopWords } from './stop.words.ts'

/** A mail of an edition came back: its address is no good. A full mailbox, or a server that dislikes our words, does not count. */
export const noteBounce: RefusalListener = (tx, refusal: Refused, now) =>
  refusal.failure === undefined || refusal.failure === 'hard'
    ? note(tx, { mailId: refusal.mailId, kind: 'bounce' }, now)
    : Promise.resolve()

type Refused = { mailId: string; failure?: string }

/** A reader reported a mail of an edition as unwanted. */
export const noteEditionComplaint = (tx: Tx, { mailId }: { mailId: string | null }, now: Temporal.Instant): Promise<void> =>
  mailId === null ? Promise.resolve() : note(tx, { mailId, kind: 'complaint' }, now)

/** Counting is left to a job, of which one waits at a time: a thousand bounces are not counted a thousand times. */
async function note(tx: Tx, trouble: Pick<EditionTroubleTable, 'mailId' | 'kind'>, now: Temporal.Instant) {
  const found = await findEditionOfMail(tx, trouble.mailId)
  if (!found) return
  await saveTrouble(tx, { ...trouble, ...found }, now)
  await addJob(tx, 'check-edition-trouble', found, { runAt: now, key: `check-edition-trouble:${found.editionId}` })
}

/** Stops an edition of which too much comes back, and tells the stewards why. Only they let it go on. */
export const checkTrouble = (db: Db, config: Config, editionId: string, now: Temporal.Instant): Promise<boolean> =>
  withContents(db, { id: editionId }, async (tx, contentIds, edition) => {
    const network = await findRootNetwork(tx)
    const breach = network ? breachOf(await countWhatCame(tx, editionId, contentIds), boundsOf(network)) : null
    if (!breach || !(await isOnItsWay(tx, edition)) || !(await saveStop(tx, { editionId, ...breach }, now))) return
    await pauseBulk(tx, contentIds, now)
    if (network) await tellStopped(tx, edition, { network, baseUrl: config.baseUrl, breach }, now)
  })

const isOnItsWay = async (tx: Tx, edition: Edition) =>
  edition.cancelledAt === null && (await editionProgress(tx, edition))?.isDone === false

type Stopped = { network: Here; baseUrl: string; breach: Breach }

async function tellStopped(tx: Tx, { id, slug, subject }: Edition, { network, baseUrl, breach }: Stopped, now: Temporal.Instant) {
  const say: StewardNews['say'] = (t, language) => ({
    title: t('“{{subject}}” was stopped', { subject: inLanguage(subject, language).text }),
    text: stopWords(t, language, breach),
    button: t('See what came back'),
  })
  const news = { network, href: baseUrl + paths.sending(slug), onceKey: `edition-stopped:${id}:${now.toString()}`, say }
  const stewards = await listStewards(tx, network.id)
  await queueMails(
    tx,
    stewards.map((person) => stewardNewsMail({ ...news, person })),
    now,
  )
}
