import { Button, DateTimeField, fieldsOf, Form, Heading, Notice, usePage, useWords, type FormState } from '#platform/html'
import { formatDay, formatTime } from '#platform/time'
import { editionPaths as paths } from '#editions'
import type { LocalClock } from './local-hour.rules.ts'

/** Sends at one hour on everybody's own clock. */
export function LocalHourForm({ slug, form }: { slug: string; form: FormState }) {
  const t = useWords()
  const { localAt } = form.errors
  return (
    <>
      <Heading>{t('Or at an hour where each reader lives')}</Heading>
      <Form action={paths.localSchedule(slug)} errors={localAt ? { localAt } : {}}>
        <DateTimeField
          {...fieldsOf(form)('localAt')}
          label={t('Day and hour on their clock')}
          hint={t('Nine in the morning is nine for everybody. Whoever chose no time zone counts with the community’s.')}
        />
        <Button kind="quiet">{t('Send it at their hour')}</Button>
      </Form>
    </>
  )
}

/** When the first and the last of them leave. */
export function LocalHourNotice({ clock, timeZone }: { clock: Pick<LocalClock, 'first' | 'last'>; timeZone: string }) {
  const t = useWords()
  const { language } = usePage()
  const moment = (at: Temporal.Instant) => `${formatDay(at, timeZone, language)}, ${formatTime(at, timeZone, language)}`
  return (
    <Notice>
      {t('It leaves at that hour on each reader’s clock: the first on {{first}}, the last on {{last}}, seen from where you are.', {
        first: moment(clock.first),
        last: moment(clock.last),
      })}
    </Notice>
  )
}
