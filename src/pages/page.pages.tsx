import {
  Field,
  fieldsOf,
  Layout,
  Lede,
  PageTitle,
  Prose,
  usePage,
  useWords,
  WritingArea,
  WritingPage,
  Written,
  type FormState,
} from '#platform/html'
import { markdown, type Language } from '#platform/text'
import type { PageText } from './page.data.ts'
import { filled } from './page.rules.ts'
import { paths } from './pages.paths.ts'
import type { PageSlug } from './pages.tables.ts'

/** A page of the community's own: about, contact, accessibility, privacy. */
export function CommunityPage({ page }: { page: PageText }) {
  const t = useWords()
  const { person, network } = usePage()
  const body = filled(page.body, { networkName: network.name, contactEmail: network.contactEmail })
  return (
    <Layout title={page.title} description={page.summary}>
      <article>
        <Written language={page.language}>
          <PageTitle above={person?.isSteward && <a href={paths.pageEdit(page.slug, page.language)}>{t('Edit')}</a>}>
            {page.title}
          </PageTitle>
          {page.summary !== '' && <Lede>{page.summary}</Lede>}
          <Prose html={markdown(body)} />
        </Written>
      </article>
    </Layout>
  )
}

export type PageWritingProps = {
  slug: PageSlug
  language: Language
  written: Language[]
  seen?: string | undefined
  form: FormState
  preview?: boolean | undefined
}

export function PageWritingPage({ slug, language, written, seen = '', form, preview }: PageWritingProps) {
  const t = useWords()
  const { network } = usePage()
  const field = fieldsOf(form)
  return (
    <WritingPage
      title={t('Edit this page')}
      back={{ href: paths.page(slug), words: t('Back to the page') }}
      action={paths.page(slug)}
      tabs={{ current: language, written, href: (other) => paths.pageEdit(slug, other) }}
      form={form}
      seen={seen}
      preview={preview}
      fill={(body) => filled(body, { networkName: network.name, contactEmail: network.contactEmail })}
    >
      <Field {...field('title')} label={t('Title')} required maxLength={160} />
      <Field
        {...field('summary')}
        label={t('In one sentence')}
        hint={t('Opens the page, and is what search engines show.')}
        optional
        maxLength={320}
      />
      <WritingArea
        {...field('body')}
        label={t('Text')}
        required
        hint={t('Write {{name}} where the community’s name belongs, and {{email}} for its contact address: they follow the settings.', {
          name: '{{networkName}}',
          email: '{{contactEmail}}',
        })}
      />
    </WritingPage>
  )
}
