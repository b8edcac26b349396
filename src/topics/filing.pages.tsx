import { Button, Checkbox, Fieldset, Form, In, Layout, Lede, PageTitle, Select, useWords, type Fact } from '#platform/html'
import type { Words } from '#platform/text'
import type { Counted, Thing } from './filing.data.ts'
import { addressOf, kinds, stepWords, type Filed, type Kind, type Narrowing, type StepName, type Subject } from './filing.rules.ts'
import type { Related } from './related.rules.ts'
import { paths } from './topics.paths.ts'

export type FilingPageProps = { kind: Kind; thing: Thing; steps: StepName[]; subjects: Subject[]; filed: Filed }

/** Where a steward says under what it stands. */
export function FilingPage({ kind, thing, steps, subjects, filed }: FilingPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Steps and subjects')} hidden>
      <PageTitle above={<a href={addressOf(kind, thing.slug)}>{thing.title}</a>}>{t('Steps and subjects')}</PageTitle>
      <Lede>{t('People find it under these, and beside whatever else stands under them.')}</Lede>
      <Form action={paths.filing(kind, thing.slug)}>
        <Fieldset name="steps" label={t('Steps')}>
          {steps.map((step) => (
            <Checkbox
              key={step.slug}
              name={`step-${step.slug}`}
              label={stepWords(step)}
              value={filed.steps.some(({ slug }) => slug === step.slug) ? 'yes' : ''}
            />
          ))}
        </Fieldset>
        <Fieldset name="subjects" label={t('Subjects')}>
          {subjects.map(({ id, name }) => (
            <Checkbox key={id} name={`subject-${id}`} label={name} value={filed.subjects.some((one) => one.id === id) ? 'yes' : ''} />
          ))}
          <p>
            <a href={paths.topics}>{t('Name the subjects')}</a>
          </p>
        </Fieldset>
        <Button>{t('Save')}</Button>
      </Form>
    </Layout>
  )
}

/** Under what it stands, among the facts of a page; each leads to all of its kind that stand there. */
export const filedFacts = ({ steps: under, subjects }: Filed, list: string, t: Words): (Fact | false)[] => [
  under.length > 0 && {
    name: t('Step'),
    value: <Links all={under.map((step) => ({ href: `${list}?step=${step.slug}`, words: stepWords(step) }))} />,
  },
  subjects.length > 0 && {
    name: t('Subject'),
    value: <Links all={subjects.map(({ id, name }) => ({ href: `${list}?subject=${id}`, words: name }))} />,
  },
]

const Links = ({ all }: { all: { href: string; words: string }[] }) => (
  <>
    {all.map(({ href, words }, at) => (
      <span key={href}>
        {at > 0 && <br />}
        <a href={href}>{words}</a>
      </span>
    ))}
  </>
)

/** Two lists to narrow by, within a form; what has nothing is not offered. */
export function NarrowingFields({ counted, chosen }: { counted: Counted; chosen: Narrowing }) {
  const t = useWords()
  const withCount = (words: string, count: number) => `${words} (${count})`
  return (
    <>
      {counted.subjects.length > 0 && (
        <Select
          name="subject"
          label={t('Subject')}
          value={chosen.subject ?? ''}
          empty={t('All subjects')}
          options={counted.subjects.map(({ id, name, count }) => ({ value: id, words: withCount(name, count) }))}
        />
      )}
      {counted.steps.length > 0 && (
        <Select
          name="step"
          label={t('Step')}
          value={chosen.step ?? ''}
          empty={t('All steps')}
          options={counted.steps.map((step) => ({ value: step.slug, words: withCount(stepWords(step), step.count) }))}
        />
      )}
    </>
  )
}

/** At the foot of a page: what else helps with the same. */
export function RelatedList({ related }: { related: Related[] }) {
  const t = useWords()
  const names: Record<Kind, string> = { tips: t('Tips'), webinars: t('Webinars'), answers: t('Answers') }
  if (related.length === 0) return null
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">{t('More on this')}</h2>
      <div class="related-kinds">
        {kinds
          .filter((kind) => related.some((one) => one.kind === kind))
          .map((kind) => (
            <div key={kind}>
              <h3>{names[kind]}</h3>
              <ul>
                {related
                  .filter((one) => one.kind === kind)
                  .map(({ slug, title, language }) => (
                    <li key={slug}>
                      <a href={addressOf(kind, slug)}>
                        <In language={language}>{title}</In>
                      </a>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
      </div>
    </section>
  )
}
