import { Button, Checkbox, Choices, EmptyState, Fieldset, Form, Heading, In, Layout, Lede, PageTitle, useWords } from '#platform/html'
import { doingsOf, nextDoing, type Doing } from './doing.rules.ts'
import type { Step } from './step.data.ts'
import { paths } from './steps.paths.ts'

/** The step that somebody marked, all steps, and what they have done there. */
export type Standing = { step: Step; steps: Step[]; done: number[] }

/** Where a partnership is, what comes next there, and what is done. */
export function StandingPage({ standing, steps }: { standing: Standing | undefined; steps: Step[] }) {
  const t = useWords()
  return (
    <Layout title={t('Where your partnership is')} hidden>
      <PageTitle above={<a href={paths.steps}>{t('Toolkit')}</a>}>{t('Where your partnership is')}</PageTitle>
      <Lede>{t('Mark the step you are at. You get the next thing to do, here and on the front page. Only you see it.')}</Lede>
      {standing && <NextStep standing={standing} level={2} />}
      {standing && <DoingsForm standing={standing} />}
      {steps.length > 0 ? (
        <StepForm {...{ standing, steps }} />
      ) : (
        <EmptyState sentence={t('The steps are being written.')} act={<a href="/tips">{t('Read the tips')}</a>} />
      )}
      {standing && (
        <Form action={paths.mineRemoval}>
          <Button kind="quiet">{t('Mark no step')}</Button>
        </Form>
      )}
    </Layout>
  )
}

function StepForm({ standing, steps }: { standing: Standing | undefined; steps: Step[] }) {
  const t = useWords()
  return (
    <Form action={paths.mine}>
      <Choices
        name="step"
        label={standing ? t('We are at another step') : t('We are at this step')}
        value={standing?.step.slug ?? ''}
        required
        options={steps.map(({ slug, place, title }) => ({ value: slug, words: `${place}. ${title}` }))}
      />
      <Button kind={standing && 'quiet'}>{t('Mark this step')}</Button>
    </Form>
  )
}

function DoingsForm({ standing: { step, done } }: { standing: Standing }) {
  const t = useWords()
  const doings = doingsOf(step.body)
  if (doings.length === 0) return null
  return (
    <Form action={paths.mineDone}>
      <input type="hidden" name="step" value={step.slug} />
      <Fieldset name="done" label={t('What is done')}>
        {doings.map(({ number, lead, more }) => (
          <Checkbox key={number} name={`done-${number}`} label={lead} hint={more} value={done.includes(number) ? 'yes' : ''} />
        ))}
      </Fieldset>
      <Button>{t('Save what is done')}</Button>
    </Form>
  )
}

/** On the front page, on people’s own page, and over their list: the next thing to do at the step they marked. */
export function NextStep({ standing: { step, steps, done }, level = 2 }: { standing: Standing; level?: 2 | 3 }) {
  const t = useWords()
  const doing = nextDoing(doingsOf(step.body), done)
  const after = steps[steps.findIndex(({ id }) => id === step.id) + 1]
  return (
    <section id="next-step">
      <Heading level={level} more={<a href={paths.mine}>{t('What is done')}</a>}>
        {t('Your next step')}
      </Heading>
      <p class="above">
        <a href={paths.step(step.slug)}>
          {step.place}. <In language={step.language}>{step.title}</In>
        </a>
      </p>
      {doing ? <NextDoing {...{ step, doing, done }} /> : <AllDone after={after} />}
    </section>
  )
}

function NextDoing({ step, doing: { number, lead, more }, done }: { step: Step; doing: Doing; done: number[] }) {
  const t = useWords()
  return (
    <>
      <p>
        <In language={step.language}>
          <strong>{lead}</strong> {more}
        </In>
      </p>
      <Form action={paths.mineDone}>
        <input type="hidden" name="step" value={step.slug} />
        {[...done, number].map((one) => (
          <input key={one} type="hidden" name={`done-${one}`} value="yes" />
        ))}
        <Button>{t('This is done')}</Button>
      </Form>
    </>
  )
}

function AllDone({ after }: { after: Step | undefined }) {
  const t = useWords()
  if (!after) return <p>{t('All of it is done. Start again from the first step when you take on the next priority.')}</p>
  return (
    <>
      <p>{t('All of it is done. Look whether you are done as the step says, then go on.')}</p>
      <Form action={paths.mine}>
        <input type="hidden" name="step" value={after.slug} />
        <Button>{t('Go on to step {{number}}', { number: after.place })}</Button>
      </Form>
    </>
  )
}
