import {
  Button,
  EmptyState,
  Form,
  Heading,
  Layout,
  Lede,
  PageTitle,
  Table,
  TextArea,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { formatDay } from '#platform/time'
import { paths } from './topics.paths.ts'
import type { Suggestion } from './verdict.data.ts'
import { isLoved, isStale, type Judged, type JudgedKind } from './verdict.rules.ts'

type Of = { kind: JudgedKind; slug: string }

/** At the foot of a page: one question with two buttons. No account, no name. */
export function DidThisHelp(of: Of) {
  const t = useWords()
  return (
    <section class="closing">
      <h2>{t('Did this help?')}</h2>
      <Form action={paths.verdict(of)} inline label={t('Did this help?')}>
        <Button kind="quiet" name="helped" value="yes">
          {t('Yes, it helped')}
        </Button>
        <Button kind="quiet" name="helped" value="no">
          {t('No, not yet')}
        </Button>
      </Form>
    </section>
  )
}

export type SuggestionPageProps = Of & { title: string; form: FormState; done?: boolean }

/** Where they may say what to change, after they have said whether it helped. */
export function SuggestionPage({ kind, slug, title, form, done = false }: SuggestionPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Thank you')} hidden>
      <PageTitle above={<a href={`/${kind}/${slug}`}>{title}</a>}>{t('Thank you')}</PageTitle>
      {done ? (
        <Lede>{t('The stewards read every suggestion. They do not know who it is from, so they cannot answer you.')}</Lede>
      ) : (
        <>
          <Lede>{t('What should be different? What was missing? You need not say who you are.')}</Lede>
          <Form action={paths.suggestion({ kind, slug })} errors={form.errors} honeypot>
            <TextArea name="words" label={t('Your suggestion')} value={form.values['words']} error={form.errors['words']} required />
            <Button>{t('Send it')}</Button>
          </Form>
        </>
      )}
      <p>
        <a href={`/${kind}/${slug}`}>{t('Back to where you were')}</a>
      </p>
    </Layout>
  )
}

/** For stewards: what helps and what does not, what is loved, what is stale, and what readers would change. */
export function VerdictsPage({ judged, suggestions, now }: { judged: Judged[]; suggestions: Suggestion[]; now: Temporal.Instant }) {
  const t = useWords()
  const { language, network } = usePage()
  const day = (at: Temporal.Instant) => formatDay(at, network.timeZone, language)
  return (
    <Layout title={t('What helps')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('What helps')}</PageTitle>
      <Lede>{t('What readers say of each tip and step, without their names.')}</Lede>
      <Heading>{t('Suggestions')}</Heading>
      {suggestions.length === 0 && <EmptyState sentence={t('No suggestion waits.')} />}
      {suggestions.map(({ id, kind, slug, words, givenAt }) => (
        <section key={id} class="notice">
          <p>
            <a href={`/${kind}/${slug}`}>{judged.find((one) => one.kind === kind && one.slug === slug)?.title ?? slug}</a> · {day(givenAt)}
          </p>
          <pre class="letter">{words}</pre>
          <Form action={paths.settlement(id)} inline label={t('This suggestion')}>
            <Button kind="quiet">{t('It is dealt with')}</Button>
          </Form>
        </section>
      ))}
      <Heading>{t('Tips and steps')}</Heading>
      <Table
        caption={t('Tips and steps, what helped least first')}
        quietCaption
        numbers={[1, 2]}
        head={[t('Title'), t('Helped'), t('Did not'), t('Words last changed'), t('Look at')]}
        rows={judged.map((one) => [
          <a href={`/${one.kind}/${one.slug}`}>{one.title}</a>,
          one.helped,
          one.didNot,
          day(one.editedAt),
          [isLoved(one) && t('loved'), isStale(one, now) && t('stale: nobody changed it for a year')].filter(Boolean).join(', '),
        ])}
      />
    </Layout>
  )
}
