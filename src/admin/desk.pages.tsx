import { Entry, EntryList, Heading, Layout, PageTitle, Spread, usePage, useWords } from '#platform/html'
import { formatDay } from '#platform/time'
import type { DeskLine } from './desk.ts'

/** One plain page for stewards: what waits today, and the ways to everything they look after. */
export function DeskPage({ lines }: { lines: DeskLine[] }) {
  const t = useWords()
  const { language, now, network, timeZone } = usePage()
  const of = (kind: DeskLine['kind']) => lines.filter((line) => line.kind === kind)
  return (
    <Layout title={t('Desk')} wide hidden>
      <PageTitle above={formatDay(now, timeZone ?? network.timeZone, language)}>{t('Desk')}</PageTitle>
      <section>
        <Heading>{t('What waits today')}</Heading>
        <Waiting lines={of('waits')} />
      </section>
      <Spread>
        <section>
          <Heading>{t('Begin something')}</Heading>
          <Ways lines={of('begin')} />
        </section>
        <section>
          <Heading>{t('Look after')}</Heading>
          <Ways lines={of('keep')} />
        </section>
      </Spread>
    </Layout>
  )
}

function Waiting({ lines }: { lines: DeskLine[] }) {
  const t = useWords()
  if (lines.length === 0) return <p>{t('Nothing waits. A good day to write to somebody you have not heard from.')}</p>
  return (
    <EntryList>
      {lines.map((line) => (
        <Entry key={line.sentence} href={line.href} title={t(line.sentence, line.values)} facts={[line.fact]} />
      ))}
    </EntryList>
  )
}

function Ways({ lines }: { lines: DeskLine[] }) {
  const t = useWords()
  return (
    <ul class="ways">
      {lines.map((line) => (
        <li key={line.href}>
          <a href={line.href}>{t(line.sentence, line.values)}</a>
        </li>
      ))}
    </ul>
  )
}
