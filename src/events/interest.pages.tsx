import {
  Button,
  ConfirmPage,
  emptyForm,
  Field,
  fieldsOf,
  Form,
  In,
  Layout,
  Lede,
  LinkButton,
  PageTitle,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import type { EventBrief } from './event.data.ts'
import { eventPaths } from './events.paths.ts'

export type InterestFormProps = { event: Pick<EventBrief, 'slug'>; form?: FormState | undefined }

/** For a date that is to be announced: "Tell me when it is set." */
export function InterestForm({ event, form = emptyForm }: InterestFormProps) {
  const t = useWords()
  const { person } = usePage()
  return (
    <Form action={eventPaths.interest(event.slug)} errors={form.errors} honeypot={!person} label={t('Tell me when the date is set')}>
      {!person && (
        <Field
          {...fieldsOf(form)('interestEmail')}
          label={t('E-mail')}
          type="email"
          autocomplete="email"
          required
          hint={t('We use it to tell you the date, and for nothing else.')}
        />
      )}
      <Button>{t('Tell me when the date is set')}</Button>
    </Form>
  )
}

type LinkedProps = { event: EventBrief; token: string }

/** Where the mail leads: one button. */
export function InterestConfirmPage({ event, token }: LinkedProps) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Shall we tell you the date?')}
      sentence={<In language={event.language}>{event.title}</In>}
      action={eventPaths.interestLink(token)}
      button={t('Yes, tell me when the date is set')}
    />
  )
}

/** What holds now, and how to change it. */
export function InterestPage({ event, token }: LinkedProps) {
  const t = useWords()
  return (
    <Layout title={t('We will tell you the date')} hidden>
      <PageTitle>{t('We will tell you the date')}</PageTitle>
      <Lede>
        <In language={event.language}>{event.title}</In>
      </Lede>
      <p>{t('As soon as it is set, you get one mail with the day and the hour, and a link to RSVP.')}</p>
      <p class="acts">
        {event.kind === 'academy' && (
          <LinkButton href={eventPaths.interestTeam(token)}>{t('Say with which team you would come')}</LinkButton>
        )}
        <LinkButton href={eventPaths.event(event.slug)} kind="quiet">
          {t('Read about it')}
        </LinkButton>
      </p>
      <Form action={`${eventPaths.interestLink(token)}/end`}>
        <Button kind="quiet">{t('Do not write to me about it')}</Button>
      </Form>
    </Layout>
  )
}

/** The form alone, with what is to mend. */
export function AskAgainPage({ event, form }: { event: EventBrief; form: FormState }) {
  const t = useWords()
  return (
    <Layout title={event.title} hidden>
      <PageTitle above={<a href={eventPaths.event(event.slug)}>{t('Back to the event')}</a>}>
        <In language={event.language}>{event.title}</In>
      </PageTitle>
      <InterestForm event={event} form={form} />
    </Layout>
  )
}
