import { Field, fieldsOf, Select, useWords, type FormState } from '#platform/html'
import { organisationKinds, organisationWords, states } from '#platform/text'

/** What someone may say of themselves; all of it optional. */
export function AboutYou({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  const kinds = organisationWords(t)
  return (
    <>
      <Field {...field('firstName')} label={t('First name')} optional autocomplete="given-name" />
      <Field {...field('lastName')} label={t('Last name')} optional autocomplete="family-name" />
      <Field {...field('organisation')} label={t('Organization')} optional autocomplete="organization" />
      <Select
        {...field('organisationKind')}
        label={t('Kind of organization')}
        optional
        empty={t('Not chosen')}
        options={organisationKinds.map((value) => ({ value, words: kinds[value] }))}
      />
      <Field
        {...field('job')}
        label={t('Role')}
        hint={t('What you do, such as convener, business champion or college dean.')}
        optional
        autocomplete="organization-title"
      />
      <Select
        {...field('state')}
        label={t('State')}
        optional
        empty={t('Not chosen')}
        options={Object.entries(states).map(([value, words]) => ({ value, words }))}
      />
    </>
  )
}
