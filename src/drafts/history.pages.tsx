import { Acts, Button, EmptyState, Form, Heading, LanguageTabs, Layout, Lede, Notice, PageTitle, Select, useWords } from '#platform/html'
import { languages, type Language } from '#platform/text'
import { editionPaths as paths } from '#editions'
import { Changes } from './changes.pages.tsx'
import type { Comparison } from './changes.rules.ts'
import type { VersionBrief } from './version.data.ts'
import { useWhen } from './writing-state.pages.tsx'

type HistoryPageProps = {
  slug: string
  subject: string
  language: Language
  versions: VersionBrief[]
  mayRestore: boolean
  isRestored: boolean
}

/** What an edition said after each save, the newest first. */
export function HistoryPage({ slug, subject, language, versions, mayRestore, isRestored }: HistoryPageProps) {
  const t = useWords()
  return (
    <Layout title={t('History')} hidden>
      <PageTitle above={<a href={paths.edition(slug)}>{subject || t('No subject yet')}</a>}>{t('History')}</PageTitle>
      {isRestored && <Notice kind="good">{t('The older version stands again. What stood there until now is kept below.')}</Notice>}
      {versions.length === 0 ? (
        <EmptyState sentence={t('Nothing was changed since it was begun.')} act={<a href={paths.edit(slug)}>{t('Write the update')}</a>} />
      ) : (
        <>
          <Lede>{t('Each save is kept, up to a hundred. Compare any two, or take an older one up again.')}</Lede>
          <Versions {...{ slug, language, versions, mayRestore }} />
          {versions.length > 1 && <ComparisonForm {...{ slug, language, versions }} />}
        </>
      )}
    </Layout>
  )
}

type VersionsProps = Pick<HistoryPageProps, 'slug' | 'language' | 'versions' | 'mayRestore'>

function Versions({ versions, ...around }: VersionsProps) {
  const t = useWords()
  return (
    <ol class="versions" aria-label={t('Saved versions')}>
      {versions.map((version, place) => (
        <VersionLine key={version.id} {...around} version={version} before={versions[place + 1]} isNewest={place === 0} />
      ))}
    </ol>
  )
}

type VersionLineProps = Omit<VersionsProps, 'versions'> & { version: VersionBrief; before: VersionBrief | undefined; isNewest: boolean }

function VersionLine({ slug, language, mayRestore, version, before, isNewest }: VersionLineProps) {
  const t = useWords()
  const when = useWhen()
  return (
    <li>
      <p>
        <strong>{when(version.savedAt)}</strong> · {version.savedByName ?? t('Nobody known')}
      </p>
      {version.restores && <p class="quiet">{t('Took up what was saved {{when}}', { when: when(version.restores) })}</p>}
      <Acts>
        {before && (
          <a href={paths.comparison(slug, { from: before.id, to: version.id, language })}>
            {t('What changed')}
            <span class="heard"> {when(version.savedAt)}</span>
          </a>
        )}
        {!isNewest && mayRestore && <RestoreButton slug={slug} version={version} />}
      </Acts>
    </li>
  )
}

function RestoreButton({ slug, version: { id, savedAt } }: { slug: string; version: Pick<VersionBrief, 'id' | 'savedAt'> }) {
  const t = useWords()
  const when = useWhen()
  return (
    <Form action={paths.restoration(slug, id)}>
      <Button kind="quiet">
        {t('Take it up again')}
        <span class="heard"> {when(savedAt)}</span>
      </Button>
    </Form>
  )
}

function ComparisonForm({ slug, language, versions }: Pick<HistoryPageProps, 'slug' | 'language' | 'versions'>) {
  const t = useWords()
  const when = useWhen()
  const options = versions.map(({ id, savedAt, savedByName }) => ({
    value: id,
    words: [when(savedAt), savedByName].filter(Boolean).join(' · '),
  }))
  return (
    <section>
      <Heading>{t('Compare two')}</Heading>
      <Form method="get" action={`${paths.history(slug)}/comparison`}>
        <input type="hidden" name="language" value={language} />
        <Select name="from" label={t('From')} value={options.at(-1)?.value} options={options} />
        <Select name="to" label={t('To')} value={options[0]?.value} options={options} />
        <Button>{t('Compare')}</Button>
      </Form>
    </section>
  )
}

export type ComparisonPageProps = {
  slug: string
  subject: string
  language: Language
  from: VersionBrief
  to: VersionBrief
  comparison: Comparison
}

/** What became of an edition from one version to another. */
export function ComparisonPage({ slug, subject, language, from, to, comparison }: ComparisonPageProps) {
  const t = useWords()
  const when = useWhen()
  const told = ({ savedAt, savedByName }: VersionBrief) => [when(savedAt), savedByName].filter(Boolean).join(', ')
  return (
    <Layout title={t('What changed')} hidden>
      <PageTitle above={<a href={paths.history(slug)}>{t('History of “{{subject}}”', { subject: subject || t('No subject yet') })}</a>}>
        {t('What changed')}
      </PageTitle>
      <p>{t('From {{from}} to {{to}}.', { from: told(from), to: told(to) })}</p>
      <LanguageTabs
        current={language}
        written={[...languages]}
        href={(other) => paths.comparison(slug, { from: from.id, to: to.id, language: other })}
      />
      <Changes comparison={comparison} />
    </Layout>
  )
}
