import type { ComponentChildren } from 'preact'
import { Acts, Button, Facts, Form, Layout, LinkButton, Notice, PageTitle, Progress, usePage, useWords } from '#platform/html'
import type { BulkProgress } from '#platform/mail'
import { editionPaths as paths, type EditionState } from '#editions'
import type { Stop } from './stop.data.ts'
import { stopWords } from './stop.words.ts'

export type SendingPageProps = {
  slug: string
  subject: string
  state: EditionState
  progress: BulkProgress | null
  /** Why it stands still, if somebody or something stopped it. */
  stop: Stop | undefined
  /** It was mended on its way: those who had it before may be written to. */
  mayWriteNote: boolean
  /** The page comes back by itself every few seconds. */
  isWatched: boolean
  /** What came of it so far. */
  results: ComponentChildren
}

/** How far the sending has come. Works by refreshing itself, without script. */
export function SendingPage({ slug, subject, state, progress, stop, mayWriteNote, isWatched, results }: SendingPageProps) {
  const t = useWords()
  return (
    <Layout title={t('Sending')} hidden>
      <PageTitle above={<a href={paths.edition(slug)}>{subject}</a>}>
        {progress?.isDone || state === 'sent' ? t('Sent') : t('Sending')}
      </PageTitle>
      {progress ? (
        <Counts progress={progress} stop={stop} />
      ) : (
        <p>{state === 'scheduled' ? t('It begins in a moment.') : t('Nothing is being sent.')}</p>
      )}
      {progress && <Controls slug={slug} progress={progress} stop={stop} />}
      {results}
      {mayWriteNote && (
        <p>
          <a href={paths.correctionNote(slug)}>{t('Write to those who had it before it was mended')}</a>
        </p>
      )}
      <Watching slug={slug} isWatched={isWatched} />
    </Layout>
  )
}

function Watching({ slug, isWatched }: { slug: string; isWatched: boolean }) {
  const t = useWords()
  return isWatched ? (
    <p class="quiet">
      {t('This page shows the newest figures every five seconds.')} <a href={`${paths.sending(slug)}?watch=no`}>{t('Hold it still')}</a>
    </p>
  ) : (
    <p class="quiet">
      <a href={paths.sending(slug)}>{t('Show the newest figures')}</a>
    </p>
  )
}

function Counts({ progress, stop }: { progress: BulkProgress; stop: Stop | undefined }) {
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  const { sent, failed, stopped, waiting, total, isCancelled } = progress
  return (
    <>
      <StateNotice progress={progress} stop={stop} />
      <Progress done={sent + failed + stopped} total={total} label={t('Mails')} />
      <Facts
        facts={[
          { name: t('Sent'), value: figure(sent) },
          { name: t('Waiting'), value: figure(waiting) },
          failed > 0 && { name: t('Refused by the mail server'), value: figure(failed) },
          stopped > 0 && { name: isCancelled ? t('Not sent') : t('Left the list meanwhile'), value: figure(stopped) },
        ]}
      />
    </>
  )
}

function StateNotice({ progress: { isCancelled, isDone, isPaused }, stop }: { progress: BulkProgress; stop: Stop | undefined }) {
  const t = useWords()
  const { language } = usePage()
  if (isCancelled) return <Notice kind="problem">{t('It was cancelled. Nobody else gets it.')}</Notice>
  if (isDone) return <Notice kind="good">{t('All of it has left.')}</Notice>
  if (stop) return <Notice kind="problem">{stopWords(t, language, stop)}</Notice>
  return isPaused ? <Notice>{t('It is paused. Nothing leaves until you resume.')}</Notice> : null
}

function Controls({ slug, progress, stop }: { slug: string; progress: BulkProgress; stop: Stop | undefined }) {
  const t = useWords()
  const { isDone, isCancelled, isPaused, failed, waiting } = progress
  return (
    <Acts>
      {!isDone && !isCancelled && (
        <>
          {isPaused ? (
            <Form action={paths.resumption(slug)}>
              <Button kind="quiet">{t('Resume')}</Button>
            </Form>
          ) : (
            <Form action={paths.pause(slug)}>
              <Button kind="quiet">{t('Pause')}</Button>
            </Form>
          )}
          {stop ? (
            <LinkButton href={paths.mending(slug)}>{t('Mend its words')}</LinkButton>
          ) : (
            <Form action={paths.stop(slug)}>
              <Button kind="quiet">{t('Stop and fix a mistake')}</Button>
            </Form>
          )}
          <Form action={paths.cancellation(slug)}>
            <Button kind="danger">{t('Cancel: {{count}} readers will not get it', { count: waiting })}</Button>
          </Form>
        </>
      )}
      {isDone && !isCancelled && failed > 0 && (
        <Form action={paths.retry(slug)}>
          <Button kind="quiet">{t('Try the {{count}} refused once more', { count: failed })}</Button>
        </Form>
      )}
    </Acts>
  )
}
