import type { HTMLAttributes } from 'preact'
import {
  Acts,
  Button,
  EmptyState,
  Entry,
  EntryList,
  Facts,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  LinkButton,
  Notice,
  PageTitle,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import type { Counted } from './count.data.ts'
import { partsIn, type Definition } from './definition.rules.ts'
import { GroupFields } from './rule-fields.pages.tsx'
import type { Speaker } from './rule-kinds.rules.ts'
import { paths } from './segments.paths.ts'
import { sentenceOf } from './sentence.rules.ts'

export type SegmentsPageProps = { segments: { id: string; name: string; sentence: string }[]; form: FormState }

/** The segments that there are, and where one is begun. */
export function SegmentsPage({ segments, form }: SegmentsPageProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={t('Segments')} hidden>
      <PageTitle above={<a href="/admin">{t('Desk')}</a>}>{t('Segments')}</PageTitle>
      <p>
        {t('A segment is a part of the people, told by rules. Send an update to a segment of its list, and use the same one again later.')}
      </p>
      {segments.length > 0 ? (
        <EntryList label={t('Segments')}>
          {segments.map(({ id, name, sentence }) => (
            <Entry key={id} href={paths.segment(id)} title={name} line={sentence} />
          ))}
        </EntryList>
      ) : (
        <EmptyState sentence={t('There is no segment yet.')} />
      )}
      <Heading>{t('Begin a segment')}</Heading>
      <Form action={paths.segments} errors={form.errors}>
        <Field
          {...field('name')}
          label={t('Name')}
          hint={t('For stewards alone, such as “Nebraska, new this year”.')}
          required
          maxLength={120}
        />
        <Button>{t('Begin')}</Button>
      </Form>
    </Layout>
  )
}

export type SegmentPageProps = {
  id: string
  name: string
  definition: Definition
  /** When it was saved last, as the writer saw it. */
  seen: string
  speaker: Speaker
  /** Null while a rule lacks its choice. */
  counted: Counted | null
  uses: { href: string; subject: string }[]
  errors: Record<string, string>
  done?: 'saved' | 'copied' | undefined
}

/** Where a segment is put together. Every button sends the whole form, so nothing typed is lost. */
export function SegmentPage({ id, name, definition, seen, speaker, counted, uses, errors, done }: SegmentPageProps) {
  const t = useWords()
  const field = fieldsOf({ values: { name }, errors })
  return (
    <Layout title={name || t('Segment')} hidden scripts={['segment-count.js']}>
      <PageTitle above={<a href={paths.segments}>{t('Segments')}</a>}>{name || t('Segment')}</PageTitle>
      {done && <Notice kind="good">{done === 'copied' ? t('This is the copy. Change its name and rules.') : t('Saved.')}</Notice>}
      <UsesNotice uses={uses} />
      <segment-count>
        <Form action={paths.segment(id)} errors={errors}>
          <Acts>
            <Button name="act" value="save">
              {t('Save')}
            </Button>
            <Button kind="quiet" action={paths.count(id)}>
              {t('Count without saving')}
            </Button>
          </Acts>
          <input type="hidden" name="seen" value={seen} />
          <input
            type="hidden"
            name="order"
            value={partsIn(definition.root)
              .map((part) => part.id)
              .join(',')}
          />
          <Field {...field('name')} label={t('Name')} required maxLength={120} />
          <GroupFields group={definition.root} speaker={speaker} depth={1} />
        </Form>
        <Audience definition={definition} speaker={speaker} counted={counted} />
      </segment-count>
      <Form action={paths.copy(id)}>
        <Button kind="quiet">{t('Make a copy')}</Button>
      </Form>
      <p>
        <a href={paths.removal(id)}>{t('Remove this segment')}</a>
      </p>
    </Layout>
  )
}

function UsesNotice({ uses }: Pick<SegmentPageProps, 'uses'>) {
  const t = useWords()
  if (uses.length === 0) return null
  return (
    <Notice kind="note">
      <p>{t('What you change here changes who gets these updates, which are still to be sent:')}</p>
      <ul>
        {uses.map(({ href, subject }) => (
          <li key={href}>
            <a href={href}>{subject || t('No subject yet')}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Who it is just now: in words, in figures, and ten of them. */
function Audience({ definition, speaker, counted }: Pick<SegmentPageProps, 'definition' | 'speaker' | 'counted'>) {
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  return (
    <section id="audience" aria-live="polite">
      <Heading>{t('Who this is')}</Heading>
      <p>{sentenceOf(definition, speaker)}.</p>
      {counted ? (
        <>
          <Facts
            facts={[
              { name: t('People'), value: figure(counted.people) },
              ...speaker.known.lists.map(({ value, words }) => ({
                name: t('On {{list}}', { list: words }),
                value: figure(counted.readers[value] ?? 0),
              })),
            ]}
          />
          <Sample counted={counted} />
        </>
      ) : (
        <p>{t('Finish each rule first: choose what it asks for, or remove it.')}</p>
      )}
    </section>
  )
}

function Sample({ counted: { people, sample } }: { counted: Counted }) {
  const t = useWords()
  if (people === 0) return <p>{t('Nobody, just now.')}</p>
  return (
    <>
      <Heading level={3}>{people > sample.length ? t('Ten of them') : t('They are')}</Heading>
      <ul class="sample">
        {sample.map(({ id, firstName, lastName, email, organisation, state }) => (
          <li key={id}>{[`${firstName} ${lastName}`.trim(), email, organisation, state].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    </>
  )
}

export type RemovalPageProps = { id: string; name: string; uses: { href: string; subject: string }[] }

export function RemovalPage({ id, name, uses }: RemovalPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Remove this segment?')} hidden>
      <PageTitle above={<a href={paths.segment(id)}>{name}</a>}>{t('Remove this segment?')}</PageTitle>
      {uses.length > 0 ? (
        <>
          <p>
            {t(
              'It cannot be removed yet: these updates wait to be sent to it, and would go to everybody. Choose another audience for them first.',
            )}
          </p>
          <ul>
            {uses.map(({ href, subject }) => (
              <li key={href}>
                <a href={href}>{subject || t('No subject yet')}</a>
              </li>
            ))}
          </ul>
          <LinkButton kind="quiet" href={paths.segment(id)}>
            {t('Back to the segment')}
          </LinkButton>
        </>
      ) : (
        <>
          <p>{t('“{{name}}” and its rules will be gone for good. No person is removed, and what was sent stays sent.', { name })}</p>
          <Form action={paths.removal(id)}>
            <Button kind="danger">{t('Remove it for good')}</Button>
          </Form>
        </>
      )}
    </Layout>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'segment-count': HTMLAttributes<HTMLElement>
    }
  }
}
