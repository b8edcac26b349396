import {
  Acts,
  Button,
  emptyForm,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  Lede,
  LinkButton,
  Notice,
  ownNames,
  PageTitle,
  Select,
  TextArea,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { languages, type Language } from '#platform/text'
import { formatDay } from '#platform/time'
import { shownTo } from './kept.rules.ts'
import type { Media } from './recording.data.ts'
import { paths } from './recordings.paths.ts'
import { UploadForm } from './upload-form.pages.tsx'

/** Which form came back with something to mend. */
export type Mend = { which: 'recording' | 'slides' | 'captions' | 'promise' | 'chapters'; form: FormState }

export type MediaPageProps = {
  webinar: { slug: string; title: string }
  media: Media
  /** As a steward writes them. */
  chapters: Record<Language, string>
  mend?: Mend | undefined
}

/** Where stewards keep what belongs to a webinar: recording, captions, chapters, slides. */
export function MediaPage(props: MediaPageProps) {
  const t = useWords()
  const { webinar } = props
  return (
    <Layout title={t('Recording and slides')} scripts={['resumable-upload.js']} hidden>
      <PageTitle above={<a href={paths.webinar(webinar.slug)}>{webinar.title}</a>}>{t('Recording and slides')}</PageTitle>
      <Lede>{t('Readers find them on the page of the webinar, and can search in what was said.')}</Lede>
      <RecordingPart {...props} />
      <CaptionsPart {...props} />
      <ChaptersPart {...props} />
      <SlidesPart {...props} />
    </Layout>
  )
}

const formFor = (which: Mend['which'], mend: Mend | undefined): FormState => (mend?.which === which ? mend.form : emptyForm)

function RecordingPart({ webinar, media, mend }: MediaPageProps) {
  const t = useWords()
  const { recording } = media
  return (
    <section>
      <Heading>{t('Recording')}</Heading>
      {recording && (
        <KeptFile
          bytes={recording.bytes}
          href={`${paths.webinar(webinar.slug)}#recording`}
          removal={paths.recordingRemoval(webinar.slug)}
        />
      )}
      {recording && shownTo(media.transcripts.length, recording.captionsDue) === 'waits-for-captions' && (
        <Notice>
          <p>{t('Readers do not see the recording yet: whoever does not hear could not follow it. Add captions, or promise a day.')}</p>
        </Notice>
      )}
      <UploadForm
        slug={webinar.slug}
        purpose="recording"
        form={formFor('recording', mend)}
        label={recording ? t('Another recording in its place') : t('File of the recording')}
        hint={t('MP4, WebM, M4A or MP3, of up to 8 GB. If the line is cut, choose the same file again and it goes on where it was.')}
        accept=".mp4,.m4v,.webm,.m4a,.mp3"
      />
      {recording && media.transcripts.length === 0 && <PromiseForm {...{ webinar, media, mend }} />}
    </section>
  )
}

function KeptFile({ bytes, href, removal }: { bytes: number; href: string; removal: string }) {
  const t = useWords()
  const { language } = usePage()
  const megabytes = (bytes / 1024 / 1024).toLocaleString(`${language}-US`, { maximumFractionDigits: 1 })
  return (
    <Acts>
      <a href={href}>{t('Look at it ({{megabytes}} MB)', { megabytes })}</a>
      <a href={removal}>{t('Remove')}</a>
    </Acts>
  )
}

function PromiseForm({ webinar, media, mend }: Pick<MediaPageProps, 'webinar' | 'media' | 'mend'>) {
  const t = useWords()
  const { language } = usePage()
  const form = formFor('promise', mend)
  const due = media.recording?.captionsDue
  return (
    <Form action={paths.captionsPromise(webinar.slug)} errors={form.errors} inline>
      <Field
        {...fieldsOf(form)('due')}
        value={form.values['due'] ?? due?.toString()}
        label={t('Day by which captions will be there')}
        hint={
          due
            ? t('Promised for {{day}}. Stewards are reminded.', { day: dayOf(due, language) })
            : t('The recording is shown from now on, and stewards are reminded.')
        }
        type="date"
        width="medium"
      />
      <Button kind="quiet">{t('Promise')}</Button>
    </Form>
  )
}

const dayOf = (day: Temporal.PlainDate, language: Language) =>
  formatDay(day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant(), 'UTC', language)

function CaptionsPart({ webinar, media, mend }: MediaPageProps) {
  const t = useWords()
  const { language } = usePage()
  const form = formFor('captions', mend)
  const field = fieldsOf(form)
  return (
    <section>
      <Heading id="captions">{t('Captions and transcript')}</Heading>
      {media.transcripts.length > 0 && <Transcripts {...{ slug: webinar.slug, media }} />}
      <Form action={`${paths.media(webinar.slug)}/captions`} errors={form.errors} multipart>
        <Field
          {...field('captions')}
          type="file"
          label={t('File of captions')}
          hint={t(
            'WebVTT (.vtt) or SubRip (.srt), as Zoom, Teams or YouTube give it. It takes the place of the captions in the same language.',
          )}
          accept=".vtt,.srt,.txt"
        />
        <Select
          {...field('language')}
          value={form.values['language'] ?? language}
          label={t('Language')}
          options={languages.map((one) => ({ value: one, words: ownNames[one] }))}
        />
        <Button>{t('Take these captions')}</Button>
      </Form>
    </section>
  )
}

function Transcripts({ slug, media }: { slug: string; media: Media }) {
  const t = useWords()
  return (
    <ul>
      {media.transcripts.map(({ language, cues }) => (
        <li key={language}>
          <span lang={language}>{ownNames[language]}</span>, {t('{{count}} sentences', { count: cues })}:{' '}
          <a href={paths.transcriptEdit(slug, language)}>{t('Correct')}</a>{' '}
          <a href={paths.transcript(slug, language)}>{t('Keep as text')}</a>{' '}
          <a href={paths.transcriptRemoval(slug, language)}>{t('Remove')}</a>
        </li>
      ))}
    </ul>
  )
}

function ChaptersPart({ webinar, chapters, mend }: MediaPageProps) {
  const t = useWords()
  const { language } = usePage()
  const form = formFor('chapters', mend)
  return (
    <section>
      <Heading id="chapters">{t('Chapters')}</Heading>
      <Form action={paths.chapters(webinar.slug, language)} errors={form.errors}>
        <TextArea
          {...fieldsOf(form)('chapters')}
          value={form.values['chapters'] ?? chapters[language]}
          label={t('Chapters in {{language}}', { language: ownNames[language] })}
          hint={t('One a line, the moment first: 12:30 Three regions tell. For another language, switch the page.')}
          rows={6}
        />
        <Button>{t('Save the chapters')}</Button>
      </Form>
    </section>
  )
}

/** Whether readers see them page by page. */
function PagesLine({ slides: { mediaType, pages } }: { slides: NonNullable<Media['slides']> }) {
  const t = useWords()
  if (mediaType !== 'application/pdf') return <p class="quiet">{t('Readers can download these. To show them page by page, send a PDF.')}</p>
  if (pages === null) return <p role="status">{t('The pages are being drawn. Look again in a minute.')}</p>
  return pages === 0 ? (
    <Notice>{t('The pages of this PDF cannot be shown: it is damaged, locked or too large. Readers can still download it.')}</Notice>
  ) : (
    <p class="quiet">{t('{{count}} pages are shown on the page of the webinar.', { count: pages })}</p>
  )
}

function SlidesPart({ webinar, media, mend }: MediaPageProps) {
  const t = useWords()
  return (
    <section>
      <Heading id="slides">{t('Slides')}</Heading>
      {media.slides && (
        <>
          <KeptFile bytes={media.slides.bytes} href={paths.slides(webinar.slug)} removal={paths.slidesRemoval(webinar.slug)} />
          <PagesLine slides={media.slides} />
        </>
      )}
      <UploadForm
        slug={webinar.slug}
        purpose="slides"
        form={formFor('slides', mend)}
        label={media.slides ? t('Other slides in their place') : t('File of the slides')}
        hint={t('PDF, PowerPoint or Keynote, of up to 256 MB. A PDF can be read by everybody.')}
        accept=".pdf,.pptx,.key"
      />
      <Acts>
        <LinkButton href={paths.webinar(webinar.slug)} kind="quiet">
          {t('Look at the page')}
        </LinkButton>
      </Acts>
    </section>
  )
}
