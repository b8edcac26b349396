import type { Tx } from '#database'
import { listStewards } from '#people'
import type { Here } from '#platform/http'
import { queueMails } from '#platform/mail'
import { formatDay, formatTime, formatZone } from '#platform/time'
import { inLanguage } from '#letters'
import { editionPaths as paths, toMend, type Edition } from '#editions'
import { stewardNewsMail, type StewardNews } from './steward-news.mails.tsx'

type Where = { network: Here; baseUrl: string }

/** Tells the stewards, once for each moment, that an edition did not leave by itself and waits for one of them. */
export async function tellItWaits(tx: Tx, edition: Edition, { network, baseUrl }: Where, now: Temporal.Instant): Promise<void> {
  const { id, slug, scheduledFor } = edition
  if (!scheduledFor) return
  const news = {
    network,
    href: baseUrl + paths.send(slug),
    onceKey: `edition-waits:${id}:${scheduledFor.toString()}`,
    say: wordsOf(edition, scheduledFor),
  }
  const stewards = await listStewards(tx, network.id)
  await queueMails(
    tx,
    stewards.map((person) => stewardNewsMail({ ...news, person })),
    now,
  )
}

const wordsOf =
  (edition: Edition, at: Temporal.Instant): StewardNews['say'] =>
  (t, language, timeZone) => {
    const subject = inLanguage(edition.subject, language).text || t('No subject yet')
    const moment = `${formatDay(at, timeZone, language)}, ${formatTime(at, timeZone, language)} ${formatZone(timeZone, language, at)}`
    const isUnfinished = toMend(edition).length > 0
    return {
      title: isUnfinished
        ? t('“{{subject}}” waits for you: something is unfinished', { subject })
        : t('“{{subject}}” waits for you: it is hours late', { subject }),
      text: isUnfinished
        ? t('It should have left on {{moment}}, but something in it is unfinished. Mend it, then send it, or choose another moment.', {
            moment,
          })
        : t(
            'It should have left on {{moment}}. Guildhall was not running then, so it did not go by itself. See that it is still true, then send it, or choose another moment.',
            { moment },
          ),
      button: t('Decide about it'),
    }
  }
