import { AboutEventPage, type Event } from '#events'
import {
  Acts,
  Button,
  Checkbox,
  Figures,
  fieldsOf,
  Form,
  Heading,
  Lede,
  Table,
  TextArea,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import type { Words } from '#platform/text'
import type { Result, SideResult } from './survey.rules.ts'
import { paths } from './surveys.paths.ts'
import type { Side } from './surveys.tables.ts'

export const sideWords = (t: Words): Record<Side, string> => ({ came: t('Those who came'), missed: t('Those who did not come') })

export type SurveyPageProps = {
  event: Event
  form: FormState
  /** How many got the mail; null: nobody yet. */ asked: number | null
  results: SideResult[]
}

/** For stewards: whether people are asked afterwards, what, and what they said. */
export function SurveyPage({ event, form, asked, results }: SurveyPageProps) {
  const t = useWords()
  return (
    <AboutEventPage event={event} title={t('Survey afterwards')}>
      <Lede>
        {t(
          'A day after it ends, whoever had a seat gets one mail: those who came are asked what it was good for, the others what kept them.',
        )}
      </Lede>
      {asked === null ? (
        <p>{t('Nobody is asked unless it is noted who was there. Hosts can note it until a week after the end.')}</p>
      ) : (
        <Results {...{ event, asked, results }} />
      )}
      <SurveyForm event={event} form={form} asked={asked} />
    </AboutEventPage>
  )
}

function SurveyForm({ event, form, asked }: Pick<SurveyPageProps, 'event' | 'form' | 'asked'>) {
  const t = useWords()
  const field = fieldsOf(form)
  const hint = t('One question a line, up to ten. Empty: the community’s own questions.')
  return (
    <Form action={paths.survey(event.slug)} errors={form.errors}>
      <Heading>{t('What is asked')}</Heading>
      {asked === null ? (
        <Checkbox {...field('wanted')} label={t('Ask people after it')} />
      ) : (
        <input type="hidden" name="wanted" value="yes" />
      )}
      <TextArea {...field('came')} label={t('Questions to those who came')} hint={hint} optional rows={4} />
      <TextArea {...field('cameSpanish')} label={t('The same in Spanish, line by line')} optional rows={4} />
      <TextArea {...field('missed')} label={t('Questions to those who did not come')} hint={hint} optional rows={4} />
      <TextArea {...field('missedSpanish')} label={t('The same in Spanish, line by line')} optional rows={4} />
      {event.rhythm && asked === null && <Checkbox {...field('isForAll')} label={t('The same at all dates of the series')} />}
      <Button>{t('Save')}</Button>
    </Form>
  )
}

function Results({ event, asked, results }: { event: Event; asked: number; results: SideResult[] }) {
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  const people = results.reduce((sum, side) => sum + side.people, 0)
  return (
    <>
      <Figures
        figures={[
          { number: figure(asked), words: t('were asked') },
          { number: figure(people), words: t('have answered') },
        ]}
      />
      <Acts>
        <a href={paths.file(event.slug)}>{t('Download as a table (CSV)')}</a>
      </Acts>
      {results.map((side) => (
        <SideResults key={side.side} {...side} />
      ))}
    </>
  )
}

function SideResults({ side, results }: SideResult) {
  const t = useWords()
  return (
    <section>
      <Heading>{sideWords(t)[side]}</Heading>
      {results === null ? (
        <p>{t('What they said is shown once five have answered, so that nobody can guess who said what.')}</p>
      ) : (
        results.map((result) => <Said key={result.question} {...result} />)
      )}
    </section>
  )
}

function Said({ asked, counts, words }: Result) {
  const t = useWords()
  if (counts.length > 0)
    return (
      <Table caption={asked} head={[t('Answer'), t('People')]} rows={counts.map(({ answer, count }) => [t(answer), count])} numbers={[1]} />
    )
  return (
    <>
      <Heading level={3}>{asked}</Heading>
      <ul>
        {words.map((answer, place) => (
          <li key={place}>{answer}</li>
        ))}
      </ul>
    </>
  )
}
