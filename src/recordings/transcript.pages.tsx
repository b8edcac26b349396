import { Button, ConfirmPage, EmptyState, Form, Layout, Lede, Notice, ownNames, PageTitle, Pagination, useWords } from '#platform/html'
import type { Language } from '#platform/text'
import { writeMoment } from '#platform/time'
import type { Cue } from './captions.rules.ts'
import { paths } from './recordings.paths.ts'

export type TranscriptEditProps = {
  webinar: { slug: string; title: string }
  language: Language
  cues: (Cue & { place: number })[]
  seen: string
  page: number
  pages: number
  isOvertaken?: boolean | undefined
}

/** Where a steward mends what a machine misheard, sentence by sentence. */
export function TranscriptEditPage({ webinar, language, cues, seen, page, pages, isOvertaken = false }: TranscriptEditProps) {
  const t = useWords()
  const action = paths.transcriptEdit(webinar.slug, language, page)
  return (
    <Layout title={t('Correct what was said')} hidden>
      <PageTitle above={<a href={paths.media(webinar.slug)}>{webinar.title}</a>}>{t('Correct what was said')}</PageTitle>
      <Lede>{t('Mend names and numbers first. A sentence that you empty is taken out.')}</Lede>
      {isOvertaken && (
        <Notice kind="problem">
          <p>
            {t(
              'Somebody else changed the transcript meanwhile. What you see is theirs; yours is in the fields. Look at it, then save once more.',
            )}
          </p>
        </Notice>
      )}
      {cues.length === 0 ? (
        <EmptyState sentence={t('No sentence is left here.')} act={<a href={paths.media(webinar.slug)}>{t('Recording and slides')}</a>} />
      ) : (
        <Form action={action}>
          <input type="hidden" name="seen" value={seen} />
          <ol class="sentences" lang={language}>
            {cues.map((cue) => (
              <Sentence key={cue.place} cue={cue} slug={webinar.slug} />
            ))}
          </ol>
          <Button>{t('Save this page')}</Button>
        </Form>
      )}
      <Pagination page={page} pages={pages} href={(other) => paths.transcriptEdit(webinar.slug, language, other)} />
    </Layout>
  )
}

function Sentence({ cue, slug }: { cue: Cue & { place: number }; slug: string }) {
  const t = useWords()
  const { place, startsAt, speaker, words } = cue
  const moment = writeMoment(startsAt)
  return (
    <li>
      <a href={paths.at(slug, startsAt)}>{moment}</a> {speaker && <span class="quiet">{speaker}</span>}
      <textarea
        class="input full"
        name={`said-${place}`}
        rows={2}
        maxLength={2000}
        aria-label={t('What was said at {{moment}}', { moment })}
        value={words}
      />
    </li>
  )
}

export function TranscriptRemovalPage({ webinar, language }: { webinar: { slug: string; title: string }; language: Language }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Remove this transcript?')}
      sentence={t('The words of “{{title}}” in {{language}}, and the captions with them, will be gone for good.', {
        title: webinar.title,
        language: ownNames[language],
      })}
      action={paths.transcriptRemoval(webinar.slug, language)}
      button={t('Remove it for good')}
      kind="danger"
    />
  )
}

export function KeptRemovalPage({ title, action }: { title: string; action: string }) {
  const t = useWords()
  return (
    <ConfirmPage
      title={t('Remove this file?')}
      sentence={t('The file kept with “{{title}}” will be gone for good.', { title })}
      action={action}
      button={t('Remove it for good')}
      kind="danger"
    />
  )
}
