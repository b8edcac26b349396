import { Button, Form, LinkButton, useWords, WritingControls } from '#platform/html'
import type { Step } from './step.data.ts'
import { paths } from './steps.paths.ts'

/** Below the list of steps: what stewards can do with all of it. */
export function StewardsActs({ steps }: { steps: Step[] }) {
  const t = useWords()
  return (
    <>
      <p class="acts">
        <LinkButton href={paths.newStep} kind="quiet">
          {t('Write a step')}
        </LinkButton>
      </p>
      {steps.length === 0 && (
        <Form action={paths.starter}>
          <p>{t('There are six steps to begin with, in English and Spanish. You can change all of them.')}</p>
          <Button kind="quiet">{t('Put the starter steps in')}</Button>
        </Form>
      )}
    </>
  )
}

/** On the page of a step: edit, remove, publish or take back, and its place. */
export function StepControls({ step, steps }: { step: Step; steps: Step[] }) {
  const t = useWords()
  const published = steps.filter(({ publishedAt }) => publishedAt)
  return (
    <>
      <WritingControls
        edit={paths.stepEdit(step.slug, step.language)}
        removal={paths.stepRemoval(step.slug)}
        publication={paths.stepPublication(step.slug)}
        isPublic={step.publishedAt !== null}
      />
      {step.publishedAt && published.length > 1 && (
        <Form action={paths.stepPlace(step.slug)} inline label={t('Its place among the steps')}>
          {published[0]?.id !== step.id && (
            <Button kind="quiet" name="direction" value="up">
              {t('Move up')}
            </Button>
          )}
          {published.at(-1)?.id !== step.id && (
            <Button kind="quiet" name="direction" value="down">
              {t('Move down')}
            </Button>
          )}
        </Form>
      )}
    </>
  )
}
