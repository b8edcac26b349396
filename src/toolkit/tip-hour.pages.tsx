import { Acts, Button, DateTimeField, Form, Layout, Lede, PageTitle, usePage, useWords, type FormState } from '#platform/html'
import { formatWhen } from '#platform/time'
import type { Tip } from './tip.data.ts'
import { paths } from './toolkit.paths.ts'

/** Over a draft: when it is published by itself, or where its hour is chosen. */
export function TipHour({ tip }: { tip: Pick<Tip, 'slug' | 'scheduledFor'> }) {
  const t = useWords()
  const { language, network } = usePage()
  const href = paths.tipHour(tip.slug)
  if (!tip.scheduledFor)
    return (
      <p>
        <a href={href}>{t('Publish it at an hour of your choice')}</a>
      </p>
    )
  const when = formatWhen({ startsAt: tip.scheduledFor, endsAt: null, timeZone: network.timeZone }, language)
  return (
    <>
      <p>{t('It is published by itself: {{when}}.', { when })}</p>
      <Acts>
        <a href={href}>{t('Choose another hour')}</a>
        <Form action={paths.tipHourRemoval(tip.slug)}>
          <Button kind="quiet">{t('Do not publish it then')}</Button>
        </Form>
      </Acts>
    </>
  )
}

export function TipHourPage({ tip, form }: { tip: Pick<Tip, 'slug' | 'title'>; form: FormState }) {
  const t = useWords()
  const { network } = usePage()
  return (
    <Layout title={t('When is it published?')} hidden>
      <PageTitle above={<a href={paths.tip(tip.slug)}>{tip.title}</a>}>{t('When is it published?')}</PageTitle>
      <Lede>{t('It appears by itself within five minutes of that hour, in lists, in feeds, and among the news for the next update.')}</Lede>
      <Form action={paths.tipHour(tip.slug)} errors={form.errors}>
        <DateTimeField
          name="hour"
          label={t('Day and hour')}
          hint={t('In the zone {{zone}}.', { zone: network.timeZone.replaceAll('_', ' ') })}
          value={form.values['hour']}
          error={form.errors['hour']}
          required
        />
        <Button>{t('Publish it then')}</Button>
      </Form>
    </Layout>
  )
}
