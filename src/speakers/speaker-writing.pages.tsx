import {
  Button,
  Checkbox,
  Field,
  fieldsOf,
  Form,
  Layout,
  Lede,
  PageTitle,
  Select,
  TextArea,
  useWords,
  type FormState,
} from '#platform/html'
import { paths } from './speakers.paths.ts'
import type { Where } from './speaker.rules.ts'

export type SpeakerWritingProps = {
  /** None: a speaker who is not kept yet. */
  slug?: string | undefined
  form: FormState
  seen?: string | undefined
  hasPicture?: boolean | undefined
}

export function SpeakerWritingPage({ slug, form, seen = '', hasPicture = false }: SpeakerWritingProps) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <Layout title={slug ? t('Edit this speaker') : t('Add a speaker')} hidden>
      <PageTitle above={<a href={slug ? paths.speaker(slug) : paths.speakers}>{slug ? t('Back to the speaker') : t('Speakers')}</a>}>
        {slug ? t('Edit this speaker') : t('Add a speaker')}
      </PageTitle>
      <Form action={slug ? paths.speaker(slug) : paths.speakers} errors={form.errors} multipart>
        <input type="hidden" name="seen" value={seen} />
        <Field {...field('name')} label={t('Name')} required maxLength={120} />
        <Field {...field('organisation')} label={t('Organization')} optional maxLength={160} />
        <Field {...field('role')} label={t('What they do, in English')} optional maxLength={160} />
        <Field {...field('roleEs')} label={t('What they do, in Spanish')} optional maxLength={160} />
        <TextArea {...field('bio')} label={t('A few lines about them, in English')} optional rows={5} maxLength={2000} />
        <TextArea {...field('bioEs')} label={t('A few lines about them, in Spanish')} optional rows={5} maxLength={2000} />
        <PictureFields form={form} hasPicture={hasPicture} />
        <Field
          {...field('member')}
          label={t('Their e-mail address here, if they are a member')}
          hint={t('It is shown to nobody. When they leave, their picture and words go, and their name stays.')}
          type="email"
          optional
          maxLength={254}
        />
        <Button>{t('Save')}</Button>
      </Form>
    </Layout>
  )
}

function PictureFields({ form, hasPicture }: { form: FormState; hasPicture: boolean }) {
  const t = useWords()
  const field = fieldsOf(form)
  return (
    <>
      <Field
        {...field('picture')}
        type="file"
        label={hasPicture ? t('Another picture') : t('Picture')}
        hint={t('PNG, JPEG or WebP. Without one, their initials are shown.')}
        optional
        accept="image/png,image/jpeg,image/webp"
      />
      {hasPicture && <Checkbox {...field('removePicture')} label={t('Take the picture away')} />}
      <Field {...field('pictureAlt')} label={t('What the picture shows, in English')} optional maxLength={200} />
      <Field {...field('pictureAltEs')} label={t('What the picture shows, in Spanish')} optional maxLength={200} />
    </>
  )
}

export type ChoiceProps = {
  where: Where
  thing: { slug: string; title: string }
  speakers: { id: string; name: string; organisation: string }[]
  chosen: string[]
}

/** So many more can be added at a time. */
const further = 3

/** Who speaks there, in order. */
export function ChoicePage({ where, thing, speakers, chosen }: ChoiceProps) {
  const t = useWords()
  const options = speakers.map(({ id, name, organisation }) => ({ value: id, words: organisation ? `${name}, ${organisation}` : name }))
  const places = Array.from({ length: Math.min(30, chosen.length + further) }, (_, at) => at + 1)
  const back = where === 'events' ? paths.event(thing.slug) : paths.webinar(thing.slug)
  return (
    <Layout title={t('Who speaks')} hidden>
      <PageTitle above={<a href={back}>{thing.title}</a>}>{t('Who speaks')}</PageTitle>
      <Lede>
        {t('Choose them in the order in which they are shown.')} <a href={paths.newSpeaker}>{t('Add a speaker')}</a>
      </Lede>
      <Form action={paths.choice(where, thing.slug)}>
        {places.map((number) => (
          <Select
            key={number}
            name={`speaker-${number}`}
            label={t('Speaker {{number}}', { number })}
            value={chosen[number - 1]}
            empty={t('Nobody')}
            options={options}
          />
        ))}
        <Button>{t('Save')}</Button>
      </Form>
    </Layout>
  )
}
