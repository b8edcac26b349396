import { Heading, Notice, Table, usePage, useWords } from '#platform/html'
import { formatDay, formatTime } from '#platform/time'
import type { Variant } from '#editions'
import type { UsefulAct } from '#trials'

export type ClickLine = { address: string; clicks: Record<'all' | Variant, number | null> }
export type TrialResult = {
  subjects: Record<Variant, string>
  arms: Record<Variant, { sent: number; acts: number | null }>
  act: UsefulAct
  decideAt: Temporal.Instant | null
  winner: Variant | null
}

/** What came of an edition, in totals: which subject led further, which links were followed. */
export function Results({ links, trial }: { links: ClickLine[]; trial: TrialResult | null }) {
  return (
    <>
      {trial && <TrialTable trial={trial} />}
      {links.length > 0 && <LinksTable links={links} isTrial={trial !== null} />}
    </>
  )
}

function TrialTable({ trial }: { trial: TrialResult }) {
  const t = useWords()
  const shown = useShown()
  const { language, network } = usePage()
  const { subjects, arms, act, decideAt, winner } = trial
  const acts = act === 'rsvp' ? t('Took a seat') : t('Links followed')
  const moment = decideAt && `${formatDay(decideAt, network.timeZone, language)}, ${formatTime(decideAt, network.timeZone, language)}`
  return (
    <section>
      <Heading>{t('Two subjects')}</Heading>
      <Notice>
        {winner
          ? t('The rest got: {{subject}}', { subject: subjects[winner] })
          : t('The better one goes to the rest on {{moment}}.', { moment: moment ?? '' })}
      </Notice>
      <Table
        caption={t('Two subjects')}
        quietCaption
        head={[t('Subject'), t('Sent'), acts]}
        rows={(['a', 'b'] as const).map((variant) => [subjects[variant], shown(arms[variant].sent), shown(arms[variant].acts)])}
        numbers={[1, 2]}
      />
    </section>
  )
}

function LinksTable({ links, isTrial }: { links: ClickLine[]; isTrial: boolean }) {
  const t = useWords()
  const shown = useShown()
  const columns = (isTrial ? ['all', 'a', 'b'] : ['all']) as ('all' | Variant)[]
  const names = { all: t('Followed'), a: t('First subject'), b: t('Second subject') }
  return (
    <section>
      <Heading>{t('Links followed')}</Heading>
      <p class="quiet">
        {t(
          'Totals, once an hour for each office or household, since mail gateways open links too. Nobody is noted, and what is below five is not shown.',
        )}
      </p>
      <Table
        caption={t('Links followed')}
        quietCaption
        head={[t('Link'), ...columns.map((column) => names[column])]}
        rows={links.map(({ address, clicks }) => [address, ...columns.map((column) => shown(clicks[column]))])}
        numbers={columns.map((_, place) => place + 1)}
      />
    </section>
  )
}

function useShown(): (figure: number | null) => string {
  const t = useWords()
  const { language } = usePage()
  return (figure) => (figure === null ? t('fewer than 5') : figure.toLocaleString(`${language}-US`))
}
