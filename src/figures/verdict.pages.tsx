import type { ComponentChildren } from 'preact'
import { Status, useWords } from '#platform/html'
import type { Standing } from './growth.data.ts'
import { areBouncesMany, areComplaintsMany, type Verdict } from './growth.rules.ts'

/** What there is to know in ten seconds, each with its shape and word. `domains`: where one sees more of mail that came back. */
export function Verdicts({ verdict, standing, domains }: { verdict: Verdict; standing: Standing; domains: string }) {
  const t = useWords()
  const words = {
    empty: t('Nobody is here yet.'),
    grew: t('The list grew.'),
    steady: t('As many came as left.'),
    shrank: t('More people left than came. Look below at how they left.'),
  }
  const { bounced, complained } = standing
  return (
    <ul class="verdicts">
      <li>
        <Status kind={verdict === 'shrank' ? 'note' : verdict === 'empty' ? 'quiet' : 'good'}>{words[verdict]}</Status>
      </li>
      <Trouble
        count={bounced}
        isMuch={areBouncesMany(standing)}
        none={t('No address went bad in the last 30 days.')}
        some={t('{{count}} addresses went bad in the last 30 days.', { count: bounced })}
        advice={<a href={domains}>{t('See where')}</a>}
      />
      <Trouble
        count={complained}
        isMuch={areComplaintsMany(standing)}
        none={t('Nobody reported our mail in the last 30 days.')}
        some={t('{{count}} people reported our mail in the last 30 days.', { count: complained })}
        advice={t('Write less often, or only to those who asked for it: mail services begin to turn us away.')}
      />
    </ul>
  )
}

type TroubleProps = { count: number; isMuch: boolean; none: string; some: string; advice: ComponentChildren }

const Trouble = ({ count, isMuch, none, some, advice }: TroubleProps) => (
  <li>
    <Status kind={isMuch ? 'problem' : count > 0 ? 'quiet' : 'good'}>{count === 0 ? none : some}</Status> {isMuch && advice}
  </li>
)
