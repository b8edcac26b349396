import { EmptyState, Layout, PageTitle, Table, usePage, useWords } from '#platform/html'
import { formatDay } from '#platform/time'
import { paths } from './suppressions.paths.ts'

export type BlockedPageProps = {
  blockings: { domain: string; answer: string; count: number; latest: Temporal.Instant | null }[]
  timeZone: string
}

/** Which servers turned us away of late, in their own words. */
export function BlockedPage({ blockings, timeZone }: BlockedPageProps) {
  const t = useWords()
  const { language } = usePage()
  return (
    <Layout title={t('Who turns us away')} wide hidden>
      <PageTitle above={<a href={paths.list}>{t('Addresses that get no mail')}</a>}>{t('Who turns us away')}</PageTitle>
      <p>
        {t(
          'These servers blame our server or our words, not the address. So nobody was taken off. Show their answers to whoever looks after your mail server.',
        )}
      </p>
      {blockings.length === 0 ? (
        <EmptyState sentence={t('No server turned us away in the last thirty days.')} />
      ) : (
        <Table
          caption={t('Answers of the last thirty days')}
          quietCaption
          head={[t('Mail to'), t('Mails'), t('Latest'), t('The server’s answer')]}
          rows={blockings.map(({ domain, answer, count, latest }) => [
            domain,
            String(count),
            latest ? formatDay(latest, timeZone, language) : '',
            answer,
          ])}
        />
      )}
    </Layout>
  )
}
