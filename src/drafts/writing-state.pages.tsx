import type { HTMLAttributes } from 'preact'
import { Acts, Button, Form, Notice, ownNames, usePage, useWords } from '#platform/html'
import type { Language } from '#platform/text'
import { formatDay, formatTime } from '#platform/time'
import { editionPaths as paths } from '#editions'
import type { Writer } from './draft.data.ts'

export type WritingState = {
  /** What this writer typed and has not saved. shown: it stands in the fields. older: somebody saved since it was typed. */
  draft: { keptAt: Temporal.Instant; isShown: boolean; isOlder: boolean } | null
  others: Writer[]
  last: { at: Temporal.Instant; name: string | null; isMine: boolean }
}

export type WritingStateProps = { slug: string; language: Language; state: WritingState }

/** What a writer should know before the first word: unsaved words of their own, and who else writes. */
export function WritingNotices({ slug, language, state: { draft, others } }: WritingStateProps) {
  const t = useWords()
  return (
    <>
      {others.length > 0 && (
        <Notice>
          {others.map((writer) => (
            <OtherWriter key={writer.name} writer={writer} />
          ))}
        </Notice>
      )}
      {draft && <DraftNotice {...{ slug, language, draft }} />}
      {others.length > 0 && <p class="quiet">{t('Whoever saves second is shown both texts.')}</p>}
    </>
  )
}

function OtherWriter({ writer: { name, language } }: { writer: Writer }) {
  const t = useWords()
  return <p>{t('{{name}} has this update open right now, in {{language}}.', { name, language: ownNames[language] })}</p>
}

function DraftNotice({ slug, language, draft }: Omit<WritingStateProps, 'state'> & { draft: NonNullable<WritingState['draft']> }) {
  const t = useWords()
  const when = useWhen()(draft.keptAt)
  return (
    <Notice>
      <p>
        {draft.isShown
          ? t('Below is what you typed until {{when}}. It is not saved yet.', { when })
          : t('What you typed until {{when}} is not saved yet.', { when })}
      </p>
      {draft.isOlder && <p>{t('Somebody else has saved this update since. When you save yours, you will see both.')}</p>}
      <Acts>
        {draft.isShown ? (
          <a href={`${paths.edit(slug, language)}&draft=no`}>{t('Show what was saved last')}</a>
        ) : (
          <a href={`${paths.edit(slug, language)}&draft=yes`}>{t('Go on with what you typed')}</a>
        )}
        <Form action={paths.draftRemoval(slug)}>
          <input type="hidden" name="language" value={language} />
          <Button kind="quiet">{t('Throw away what is not saved')}</Button>
        </Form>
      </Acts>
    </Notice>
  )
}

/** Works while one writes: keeps what is typed, says so, and tells who else is here. Without script it says who saved last. */
export function KeepDraft({ slug, state: { last } }: WritingStateProps) {
  const t = useWords()
  const when = useWhen()(last.at)
  const { network, timeZone } = usePage()
  return (
    <keep-draft
      data-zone={timeZone ?? network.timeZone}
      data-draft={paths.draft(slug)}
      data-writers={paths.writers(slug)}
      data-mine={last.isMine ? '' : undefined}
      data-saved={t('Draft saved at {{time}}', { time: '{{time}}' })}
      data-lost={t('There is no connection. What you type is kept in this browser until there is.')}
      data-behind={t('You have saved this update in another window since. Open it anew to go on.')}
      data-sent={t('This edition has been sent meanwhile, so it stays as it was.')}
      data-other={t('{{name}} has this update open right now, in {{language}}.', { name: '{{name}}', language: '{{language}}' })}
      data-changed={t('{{name}} has just saved this update. When you save yours, you will see both.', { name: '{{name}}' })}
      data-names={JSON.stringify(ownNames)}
    >
      <p class="quiet">
        <span data-last>
          {last.name ? t('Saved last by {{name}}, {{when}}', { name: last.name, when }) : t('Saved last {{when}}', { when })}
        </span>
        {' · '}
        <a href={paths.history(slug)}>{t('History')}</a>
      </p>
      <p class="quiet" role="status" data-said />
      <div role="status" data-others />
      <Offer />
    </keep-draft>
  )
}

/** Hidden until the script finds such words. */
function Offer() {
  const t = useWords()
  return (
    <div class="offer" data-offer hidden>
      <p>{t('This browser still has words of yours that are not saved and did not reach us.')}</p>
      <p class="acts">
        <button type="button" class="button quiet" data-act="bring">
          {t('Bring them back')}
        </button>
        <button type="button" class="button quiet" data-act="drop">
          {t('Throw them away')}
        </button>
      </p>
    </div>
  )
}

/** The hour alone today, with its day otherwise. */
export function useWhen(): (moment: Temporal.Instant) => string {
  const { network, timeZone, language, now } = usePage()
  const zone = timeZone ?? network.timeZone
  const day = (moment: Temporal.Instant) => formatDay(moment, zone, language)
  return (moment) =>
    day(moment) === day(now) ? formatTime(moment, zone, language) : `${day(moment)}, ${formatTime(moment, zone, language)}`
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'keep-draft': HTMLAttributes<HTMLElement>
    }
  }
}
