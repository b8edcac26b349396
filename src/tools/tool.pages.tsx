import type { HTMLAttributes } from 'preact'
import {
  Acts,
  Button,
  EmptyState,
  Entry,
  EntryList,
  Form,
  Heading,
  Layout,
  Lede,
  Notice,
  PageTitle,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { ToolFields } from './fields.pages.tsx'
import { itemsOf } from './reach.rules.ts'
import type { Tool } from './tool.data.ts'
import { inWords } from './tool.words.ts'
import { paths } from './tools.paths.ts'

export type StepOfTools = { slug: string; title: string; tools: Tool[] }

/** Every tool, under the step of the toolkit at which it helps. */
export function ToolsPage({ steps }: { steps: StepOfTools[] }) {
  const t = useWords()
  const lede = t('Answer alone or with your group, and get three next things to do. You need no account.')
  return (
    <Layout title={t('Tools')} description={lede}>
      <PageTitle above={<a href="/toolkit">{t('Toolkit')}</a>}>{t('Tools')}</PageTitle>
      <Lede>{lede}</Lede>
      <p class="acts">
        <a href={paths.join}>{t('Join a round')}</a>
      </p>
      {steps.length === 0 && <EmptyState sentence={t('The tools are being written.')} act={<a href="/toolkit">{t('Read the steps')}</a>} />}
      {steps.map(({ slug, title, tools }) => (
        <section key={slug}>
          <Heading more={slug && <a href={`/toolkit/${slug}`}>{t('Read this step')}</a>}>{title || t('More tools')}</Heading>
          <ToolEntries tools={tools} />
        </section>
      ))}
    </Layout>
  )
}

function ToolEntries({ tools }: { tools: Tool[] }) {
  const t = useWords()
  const { language } = usePage()
  return (
    <EntryList>
      {tools.map(({ slug, definition }) => (
        <Entry
          key={slug}
          href={paths.tool(slug)}
          level={3}
          title={inWords(definition.title, language)}
          line={inWords(definition.summary, language)}
          facts={[t('{{count}} minutes', { count: definition.minutes }), definition.together ? t('Alone or as a group') : t('Alone')]}
        />
      ))}
    </EntryList>
  )
}

/** The tools of one step, on the step's page. */
export function ToolsOfStep({ tools }: { tools: Tool[] }) {
  const t = useWords()
  if (tools.length === 0) return null
  return (
    <section class="related">
      <Heading more={<a href={paths.tools}>{t('All tools')}</a>}>{t('Tools for this step')}</Heading>
      <ToolEntries tools={tools} />
    </section>
  )
}

export type ToolPageProps = {
  tool: Tool
  form: FormState
  /** Where it is sent; the run before it rides along. */
  action: string
  /** A draft that is kept behind its own link. */
  draft?: { link: string; isSaved: boolean } | undefined
  isAgain?: boolean | undefined
}

/** A tool as one person answers it. */
export function ToolPage({ tool, form, action, draft, isAgain }: ToolPageProps) {
  const t = useWords()
  const { language } = usePage()
  const { definition, slug, version } = tool
  const title = inWords(definition.title, language)
  return (
    <Layout title={title} description={inWords(definition.summary, language)} hidden={Boolean(draft) || isAgain} scripts={['tool-form.js']}>
      <PageTitle above={<a href={paths.tools}>{t('Tools')}</a>}>{title}</PageTitle>
      <Lede>{inWords(definition.summary, language)}</Lede>
      <AboutTool tool={tool} />
      {draft && <DraftLink {...draft} />}
      <tool-form
        data-keep={draft ? undefined : `${slug}@${version}`}
        data-definition={paths.definition(slug)}
        data-language={language}
        data-offline={t('You are offline. What you answered is kept on this device: press the button again when you are back.')}
        data-restored={t('What you answered before on this device is filled in.')}
      >
        <Form action={action} errors={form.errors}>
          <p class="tool-note" role="status" data-note />
          <ToolFields tool={definition} form={form} />
          <TurnIn />
        </Form>
      </tool-form>
    </Layout>
  )
}

function AboutTool({ tool: { slug, definition } }: { tool: Tool }) {
  const t = useWords()
  const { language } = usePage()
  return (
    <>
      {definition.about && <p>{inWords(definition.about, language)}</p>}
      <p class="quiet">
        {t('{{count}} minutes', { count: definition.minutes })} · {t('{{count}} questions', { count: itemsOf(definition).length })}
        {definition.together && (
          <>
            {' '}
            · <a href={paths.together(slug)}>{t('Do it as a group')}</a>
          </>
        )}
      </p>
    </>
  )
}

function TurnIn() {
  const t = useWords()
  return (
    <>
      <p class="hint">
        {t(
          'Your answers stay on this device until you press a button. Then they are kept behind a link that only you get. Name no job seekers or students.',
        )}
      </p>
      <p class="tool-score" role="status" data-score data-words={t('{{done}} of {{all}} answered', { done: '{done}', all: '{all}' })} />
      <Acts>
        <Button name="act" value="finish">
          {t('Show my result')}
        </Button>
        <Button kind="quiet" name="act" value="keep">
          {t('Keep it and go on later')}
        </Button>
      </Acts>
    </>
  )
}

function DraftLink({ link, isSaved }: { link: string; isSaved: boolean }) {
  const t = useWords()
  const { origin } = usePage()
  return (
    <Notice kind={isSaved ? 'good' : 'note'}>
      <p>{t('Your answers are kept. Come back by this link within 60 days; whoever has it can read and change them:')}</p>
      <p>
        <a href={link}>{`${origin}${link}`}</a>
      </p>
    </Notice>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'tool-form': HTMLAttributes<HTMLElement>
    }
  }
}
