import {
  Button,
  Checkbox,
  Fieldset,
  fieldsOf,
  Form,
  Layout,
  ownNames,
  PageTitle,
  Select,
  TimeZoneSelect,
  useWords,
  type FormState,
} from '#platform/html'
import { languages, type Words } from '#platform/text'
import { AboutYou } from './about-you.pages.tsx'
import { paths } from './people.paths.ts'
import { shownFields, type ShownField } from './people.tables.ts'

export const shownWords = (t: Words): Record<ShownField, string> => ({
  name: t('Name'),
  organisation: t('Organization'),
  job: t('Role'),
  state: t('State'),
  email: t('E-mail'),
})

export function ProfilePage({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('My profile')} hidden>
      <PageTitle above={<a href={paths.me}>{t('My page')}</a>}>{t('My profile')}</PageTitle>
      <Form action={paths.profile} errors={form.errors}>
        <AboutYou form={form} />
        <TimeZoneSelect
          {...field('timeZone')}
          label={t('Time zone')}
          hint={t('Mails and pages show the hours of events in it.')}
          optional
          empty={t('As my browser says')}
        />
        <Select {...field('language')} label={t('Language')} options={languages.map((value) => ({ value, words: ownNames[value] }))} />
        <ShownFields form={form} />
        <Button>{t('Save')}</Button>
      </Form>
    </Layout>
  )
}

/** Nothing is shown to other members that was not ticked. */
function ShownFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  const words = shownWords(t)
  return (
    <Fieldset name="shown" label={t('Other members may see my…')} hint={t('Stewards see all of it. To the public, nothing is shown.')}>
      {shownFields.map((one) => (
        <Checkbox key={one} {...field(`shows-${one}`)} label={words[one]} />
      ))}
    </Fieldset>
  )
}
