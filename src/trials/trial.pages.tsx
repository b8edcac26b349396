import { Acts, Button, Choices, Field, fieldsOf, Form, Layout, ownNames, PageTitle, Select, useWords, type FormState } from '#platform/html'
import type { Language } from '#platform/text'
import { editionPaths as paths } from '#editions'

export type TrialPageProps = {
  slug: string
  subject: string
  written: Language[]
  isSet: boolean
  form: FormState
  shares: readonly number[]
  hours: readonly number[]
}

/** Where a second subject is set against the first. */
export function TrialPage({ slug, subject, written, isSet, form, shares, hours }: TrialPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Try two subjects')} hidden>
      <PageTitle above={<a href={paths.send(slug)}>{subject}</a>}>{t('Try two subjects')}</PageTitle>
      <p>
        {t(
          'Half of some readers get the first subject, half the second. Then the one that led more of them to something useful goes to the rest. Whether a mail was opened is never looked at.',
        )}
      </p>
      <TrialForm slug={slug} written={written} form={form} shares={shares} hours={hours} />
      {isSet && (
        <Acts>
          <Form action={paths.trialRemoval(slug)}>
            <Button kind="quiet">{t('Send with the first subject alone')}</Button>
          </Form>
        </Acts>
      )}
    </Layout>
  )
}

function TrialForm({ slug, written, form, shares, hours }: Pick<TrialPageProps, 'slug' | 'written' | 'form' | 'shares' | 'hours'>) {
  const t = useWords()
  const field = fieldsOf(form)
  const numbers = (all: readonly number[], say: (count: number) => string) => all.map((count) => ({ value: `${count}`, words: say(count) }))
  return (
    <Form action={paths.trial(slug)} errors={form.errors}>
      {written.map((language) => (
        <Field
          key={language}
          {...field(language)}
          label={t('Second subject ({{language}})', { language: ownNames[language] })}
          maxLength={200}
          optional={written.length > 1}
        />
      ))}
      <Select
        {...field('share')}
        label={t('How many readers try them')}
        options={numbers(shares, (count) => t('{{count}} of a hundred', { count }))}
      />
      <Select {...field('hours')} label={t('For how long')} options={numbers(hours, (count) => t('{{count}} hours', { count }))} />
      <Choices
        {...field('act')}
        label={t('What counts')}
        hint={t(
          'The second goes to the rest only when chance alone would put it so far ahead less than one time in twenty; otherwise the first does.',
        )}
        options={[
          { value: 'rsvp', words: t('Readers who take a seat at an event') },
          { value: 'read', words: t('Links of the mail that are followed') },
        ]}
      />
      <Button>{t('Try both')}</Button>
    </Form>
  )
}
