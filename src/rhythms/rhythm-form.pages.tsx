import { AboutEventPage, eventPaths, type Event } from '#events'
import { Button, Field, fieldsOf, Form, Heading, Lede, Select, TextArea, useWords, type FormState } from '#platform/html'

/** Makes an event the first of a series. */
export function RepeatPage({ event, form }: { event: Event; form: FormState }) {
  const t = useWords()
  return (
    <AboutEventPage event={event} title={t('Repeat it')}>
      <Lede>
        {t('This date becomes the first of a series. The dates of the next six months appear at once; later ones follow by themselves.')}
      </Lede>
      <Form action={eventPaths.repeat(event.slug)} errors={form.errors}>
        <RepeatingFields form={form} />
        <Button>{t('Make the series')}</Button>
      </Form>
    </AboutEventPage>
  )
}

/** How it repeats, until when, and who hosts in turn. */
export function RepeatingFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <div class="form-part">
      <Heading>{t('How it repeats')}</Heading>
      <Select
        {...field('pattern')}
        label={t('It repeats')}
        hint={t('Its day and hour are those of this date. The hour stays the same when the clocks change.')}
        options={[
          { value: 'week', words: t('by the week, on the same weekday') },
          { value: 'weekday', words: t('by the month, on the same weekday: “third Wednesday”') },
          { value: 'last-weekday', words: t('by the month, on the last such weekday: “last Friday”') },
          { value: 'day', words: t('by the month, on the same day: “the 15th”; in a shorter month on its last day') },
          { value: 'year', words: t('by the year, on the same day') },
        ]}
        required
      />
      <Field
        {...field('every')}
        label={t('Every how many weeks, months or years')}
        hint={t('2 by the week: every other week.')}
        inputmode="numeric"
        width="short"
      />
      <EndFields form={form} />
      <TextArea
        {...field('rotation')}
        label={t('Hosts in turn')}
        hint={t(
          'One line for each date: a name, or several with commas. After the last line the first comes again. Empty: the same hosts each time.',
        )}
        optional
        rows={4}
        maxLength={5000}
      />
    </div>
  )
}

function EndFields({ form }: { form: FormState }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field {...field('mostDates')} label={t('Ends after so many dates')} inputmode="numeric" width="short" optional />
      <Field
        {...field('lastDay')}
        label={t('Ends on this day')}
        hint={t('Leave both empty, and it goes on.')}
        type="date"
        width="medium"
        optional
      />
    </>
  )
}
