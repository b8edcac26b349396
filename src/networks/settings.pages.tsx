import {
  Button,
  checkAccent,
  Checkbox,
  Field,
  fieldsOf,
  Form,
  Layout,
  Notice,
  ownNames,
  PageTitle,
  Select,
  TextArea,
  TimeZoneSelect,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { languages } from '#platform/text'
import { paths } from './networks.paths.ts'

/** How the community names itself, looks and is reached. */
export function SettingsPage({ form, isSaved }: { form: FormState; isSaved?: boolean }) {
  const t = useWords()
  return (
    <Layout title={t('Settings')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('Settings')}</PageTitle>
      {isSaved && (
        <Notice kind="good">
          <p>{t('The settings are saved. Every page shows them from now on.')}</p>
        </Notice>
      )}
      <Form action={paths.settings} errors={form.errors} multipart>
        <NameFields form={form} />
        <AccentField form={form} />
        <LogoField form={form} />
        <ReachFields form={form} />
        <Checkbox
          {...fieldsOf(form)('approvalRequired')}
          label={t('A second steward approves each update before it is sent')}
          hint={t('Whoever asks, or changed the words last, cannot approve. With one steward alone, leave it off.')}
        />
        <AlertFields form={form} />
        <Button>{t('Save the settings')}</Button>
      </Form>
    </Layout>
  )
}

/** When an update stops by itself. */
function AlertFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field
        {...field('bouncesInThousand')}
        type="number"
        label={t('Stop an update when more than so many of 1,000 addresses take no mail')}
        hint={t(
          'From 10 to 100; 50 is usual. More says that a list is old, and harms the name of your domain. Counted from the 100th mail on.',
        )}
        width="short"
        min={10}
        max={100}
        optional
      />
      <Field
        {...field('complaintsInThousand')}
        type="number"
        label={t('Stop an update when more than so many of 1,000 readers report it as unwanted')}
        hint={t('From 1 to 5; 3 is usual, and what Gmail bears at most. Counted from the 300th mail on.')}
        width="short"
        min={1}
        max={5}
        optional
      />
    </>
  )
}

/** A colour that cannot be read is refused, and the nearest one that can is a button away. */
function AccentField({ form }: { form: FormState }) {
  const t = useWords()
  const typed = form.values['accent'] ?? ''
  const answer = form.errors['accent'] && /^#[0-9a-f]{6}$/i.test(typed) ? checkAccent(typed.toLowerCase()) : null
  return (
    <div>
      <Field
        {...fieldsOf(form)('accent')}
        label={t('Accent')}
        hint={t('The colour of links and buttons. The dark look is made from it.')}
        type="color"
      />
      {answer && 'refused' in answer && (
        <p class="acts">
          <Button kind="quiet" name="accentInstead" value={answer.nearest}>
            {t('Use {{colour}}, the nearest that can be read', { colour: answer.nearest })}
          </Button>
        </p>
      )}
    </div>
  )
}

function LogoField({ form }: { form: FormState }) {
  const t = useWords()
  const { network } = usePage()
  const { error } = fieldsOf(form)('logo')
  return (
    <div>
      <Field
        name="logo"
        error={error}
        label={t('Logo')}
        hint={t('PNG, JPEG or WebP. It is made 400 pixels wide at most, and loses what cameras hide in it.')}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        optional
      />
      {network.logo && (
        <>
          <p>
            <img src={network.logo} alt={t('The logo as it is now')} height="48" />
          </p>
          <Checkbox {...fieldsOf(form)('removeLogo')} label={t('Take the logo away')} />
        </>
      )}
    </div>
  )
}

function NameFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field {...field('name')} label={t('Name of the community')} required maxLength={80} />
      <Field
        {...field('tagline')}
        label={t('In one sentence, in English')}
        hint={t('Opens the front page: what this is, and for whom.')}
        optional
        maxLength={160}
      />
      <Field
        {...field('taglineEs')}
        label={t('In one sentence, in Spanish')}
        hint={t('Without it, readers of Spanish get the English one.')}
        optional
        maxLength={160}
      />
    </>
  )
}

function ReachFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field
        {...field('contactEmail')}
        label={t('Contact e-mail')}
        hint={t('Where people write to, and where answers to our mails go.')}
        type="email"
        required
        autocomplete="email"
      />
      <TextArea
        {...field('postalAddress')}
        label={t('Postal address')}
        hint={t('Stands at the foot of the monthly update, as the law asks of mail to a list.')}
        optional
        rows={3}
      />
      <Select
        {...field('language')}
        label={t('Language of the community')}
        hint={t('For readers whose browser speaks neither English nor Spanish.')}
        options={languages.map((language) => ({ value: language, words: ownNames[language] }))}
      />
      <TimeZoneSelect
        {...field('timeZone')}
        label={t('Time zone of the community')}
        hint={t('New events begin with it. Readers see hours in their own zone.')}
      />
    </>
  )
}
