import {
  Button,
  DraftNotice,
  Entry,
  Form,
  EntryList,
  EmptyState,
  In,
  Layout,
  Lede,
  Neighbours,
  PageTitle,
  Prose,
  usePage,
  useWords,
  Written,
} from '#platform/html'
import { markdown } from '#platform/text'
import { ToolsOfStep, type Tool } from '#tools'
import { DidThisHelp, RelatedList, type Related } from '#topics'
import { NextStep, type Standing } from './progress.pages.tsx'
import { countOf, inRows, sectionsOf, type Section } from './section.rules.ts'
import type { Step } from './step.data.ts'
import { StepControls, StewardsActs } from './step-order.pages.tsx'
import { paths } from './steps.paths.ts'

/** The whole way, step by step. */
export function StepsPage({ steps }: { steps: Step[] }) {
  const t = useWords()
  const { language, person } = usePage()
  const lede = t('From a first idea to a partnership that lasts: what to do at each step, what to leave, and when you are done.')
  return (
    <Layout title={t('Toolkit')} description={lede}>
      <PageTitle>{t('Toolkit')}</PageTitle>
      <Lede>{lede}</Lede>
      {steps.length > 0 ? (
        <>
          <EntryList label={t('Steps')}>
            {steps.map((step) => (
              <Entry
                key={step.id}
                href={paths.step(step.slug)}
                level={2}
                title={<In language={step.language}>{step.title}</In>}
                line={<In language={step.language}>{step.summary}</In>}
                facts={[step.publishedAt ? <StepNumber step={step} steps={steps} /> : t('Draft')]}
              />
            ))}
          </EntryList>
          <p class="acts">
            <a href={paths.whole}>{t('All steps on one page')}</a> <a href="/tools">{t('All tools')}</a>{' '}
            <a href={paths.mine}>{t('Where is your partnership?')}</a>{' '}
            <a href={paths.wholePdf(language)}>{t('The whole toolkit, to print (PDF)')}</a> <a href="/tips">{t('Read the tips')}</a>
          </p>
        </>
      ) : (
        <EmptyState sentence={t('The steps are being written.')} act={<a href="/tips">{t('Read the tips')}</a>} />
      )}
      {person?.isSteward && <StewardsActs steps={steps} />}
    </Layout>
  )
}

function StepNumber({ step, steps }: { step: Step; steps: Step[] }) {
  const t = useWords()
  return <>{t('Step {{number}} of {{all}}', { number: step.place, all: countOf(step, steps) })}</>
}

export type StepPageProps = {
  step: Step
  steps: Step[]
  related: Related[]
  tools: Tool[]
  /** Where the reader's partnership is. */
  mine: Standing | undefined
}

export function StepPage({ step, steps, related, tools, mine }: StepPageProps) {
  const t = useWords()
  const { person } = usePage()
  const at = steps.indexOf(step)
  const link = (other: Step | undefined) =>
    other && { href: paths.step(other.slug), title: <In language={other.language}>{other.title}</In> }
  return (
    <Layout title={step.title} description={step.summary} hidden={!step.publishedAt}>
      {person?.isSteward && !step.publishedAt && <DraftNotice action={paths.stepPublication(step.slug)} />}
      <article>
        <Written language={step.language}>
          <PageTitle
            above={
              <>
                <a href={paths.steps}>{t('Toolkit')}</a> · <StepNumber step={step} steps={steps} />
              </>
            }
          >
            {step.title}
          </PageTitle>
          <StepWords step={step} level={2} />
        </Written>
      </article>
      <Files step={step} />
      {person?.isSteward && <StepControls {...{ step, steps }} />}
      <ToolsOfStep tools={tools} />
      <AfterReading {...{ step, mine }} />
      <RelatedList related={related} />
      <Neighbours previous={link(steps[at - 1])} next={link(steps[at + 1])} />
    </Layout>
  )
}

/** What a reader may do with it: get the next thing to do, and say whether it helped. */
function AfterReading({ step, mine }: Pick<StepPageProps, 'step' | 'mine'>) {
  return (
    <>
      {mine?.step.id === step.id ? <NextStep standing={mine} /> : <MarkStep step={step} />}
      {step.publishedAt && <DidThisHelp kind="toolkit" slug={step.slug} />}
    </>
  )
}

function Files({ step: { slug, language } }: { step: Step }) {
  const t = useWords()
  return (
    <p class="acts">
      <a href={paths.stepPdf(slug, language)}>{t('Print this step (PDF)')}</a>
      <a href={paths.stepWord(slug, language)}>{t('Write in this step (Word)')}</a>
    </p>
  )
}

/** Whoever is signed in marks the step; others are led to where they can. */
function MarkStep({ step }: { step: Step }) {
  const t = useWords()
  const { person } = usePage()
  if (!person)
    return (
      <p>
        <a href={paths.mine}>{t('Are you at this step? Mark it, and get the next thing to do.')}</a>
      </p>
    )
  return (
    <Form action={paths.mine}>
      <input type="hidden" name="step" value={step.slug} />
      <Button kind="quiet">{t('We are at this step')}</Button>
    </Form>
  )
}

/** Everything in one piece: to print, to keep, to search in. */
export function WholeToolkitPage({ steps }: { steps: Step[] }) {
  const t = useWords()
  return (
    <Layout title={t('All steps')} description={t('The whole toolkit on one page.')}>
      <PageTitle above={<a href={paths.steps}>{t('Toolkit')}</a>}>{t('All steps')}</PageTitle>
      <ol class="contents">
        {steps.map((step) => (
          <li key={step.id}>
            <a href={`#${step.slug}`}>
              <In language={step.language}>{step.title}</In>
            </a>
          </li>
        ))}
      </ol>
      {steps.map((step) => (
        <article key={step.id} id={step.slug} class="whole-step" lang={step.language}>
          <h2>{step.title}</h2>
          <StepWords step={step} level={3} />
        </article>
      ))}
    </Layout>
  )
}

/** Its purpose and its sections; lists that belong together stand side by side where there is room. */
function StepWords({ step, level }: { step: Step; level: 2 | 3 }) {
  return (
    <div class="step-words">
      {step.summary !== '' && <Lede>{step.summary}</Lede>}
      {inRows(sectionsOf(step.body)).map((row) => (
        <div key={row[0]?.heading} class={row.length > 1 ? 'side-by-side' : undefined}>
          {row.map((section) => (
            <SectionPart key={section.heading} section={section} level={level} />
          ))}
        </div>
      ))}
    </div>
  )
}

function SectionPart({ section, level }: { section: Section; level: 2 | 3 }) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section>
      {section.heading !== '' && <Title>{section.heading}</Title>}
      <Prose html={markdown(section.markdown)} />
    </section>
  )
}
