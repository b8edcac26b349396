import { Button, Entry, EntryList, Field, fieldsOf, Form, Heading, In, Select, useWords, type FormState } from '#platform/html'
import { minuteWords } from './answer-link.rules.ts'
import type { AnswerLink } from './answer-link.data.ts'
import { paths } from './office-hours.paths.ts'

const hrefOf = ({ kind, slug, atSecond }: AnswerLink): string => {
  if (kind === 'tip') return `/tips/${slug}`
  return atSecond === null ? `/webinars/${slug}` : `/webinars/${slug}?at=${atSecond}#recording`
}

/** Where an answer goes on; stewards take links out in place. */
export function AnswerLinks({ links, slug, mayChange }: { links: AnswerLink[]; slug: string; mayChange: boolean }) {
  const t = useWords()
  if (links.length === 0) return null
  return (
    <section aria-labelledby="goes-on">
      <Heading id="goes-on">{t('It goes on here')}</Heading>
      <EntryList>
        {links.map((link) => (
          <Entry
            key={link.id}
            level={3}
            href={hrefOf(link)}
            title={<In language={link.language}>{link.title}</In>}
            facts={[
              link.kind === 'tip' ? t('Tip') : t('Recording'),
              link.atSecond !== null && t('from minute {{minute}}', { minute: minuteWords(link.atSecond) }),
            ]}
            acts={
              mayChange && (
                <Form action={paths.answerLinks(slug)} label={link.title}>
                  <input type="hidden" name="link" value={link.id} />
                  <Button kind="quiet" name="act" value="remove">
                    {t('Take the link out')}
                  </Button>
                </Form>
              )
            }
          />
        ))}
      </EntryList>
    </section>
  )
}

type Titled = { slug: string; title: string }
export type LinkingProps = { slug: string; tips: Titled[]; webinars: Titled[]; form: FormState }

/** For stewards: one more link. */
export function Linking({ slug, tips, webinars, form }: LinkingProps) {
  const t = useWords()
  const field = fieldsOf(form)
  const groups = [
    { words: t('Tips'), options: tips.map((tip) => ({ value: `tip ${tip.slug}`, words: tip.title })) },
    { words: t('Recordings'), options: webinars.map((webinar) => ({ value: `webinar ${webinar.slug}`, words: webinar.title })) },
  ]
  return (
    <details class="fold" open={Object.keys(form.errors).length > 0}>
      <summary>{t('Link it to a tip or a recording')}</summary>
      <Form action={paths.answerLinks(slug)} errors={form.errors}>
        <Select {...field('to')} label={t('Where it goes on')} empty={t('Choose one')} groups={groups} />
        <Field {...field('at')} label={t('From minute')} hint={t('Of a recording, like 12:30.')} optional maxLength={10} />
        <Button kind="quiet" name="act" value="add">
          {t('Add the link')}
        </Button>
      </Form>
    </details>
  )
}
