import { Acts, Button, Entry, EntryList, Form, Heading, Layout, Notice, PageTitle, Select, useWords, type FormState } from '#platform/html'
import { Conversation } from './conversation.pages.tsx'
import type { MergedQuestion } from './merge.data.ts'
import type { MergeRefusal } from './merge.rules.ts'
import type { Message } from './message.data.ts'
import { paths } from './office-hours.paths.ts'
import type { Queued } from './question.data.ts'
import { shortened } from './question.pages.tsx'
import { QueuedFacts } from './queue.pages.tsx'

export type QueuedPageProps = {
  question: Queued
  messages: Message[]
  merged: MergedQuestion[]
  /** Those that wait besides, with which it may be the same. */
  others: { id: string; happened: string }[]
  refused: MergeRefusal | null
  form: FormState
}

/** One challenge as hosts see it: what was written about it, and what is the same. */
export function QueuedPage({ question, messages, merged, others, refused, form }: QueuedPageProps) {
  const t = useWords()
  const { id, happened, withdrawnAt, mergedInto } = question
  const isOpen = isWaiting(question) && !mergedInto
  return (
    <Layout title={t('A challenge for office hours')} hidden>
      <PageTitle above={<a href={paths.queue}>{t('The queue')}</a>}>{t('A challenge for office hours')}</PageTitle>
      {refused && <Refused refused={refused} />}
      {mergedInto && <MergedNotice id={id} into={mergedInto} isWaiting={isWaiting(question)} />}
      <p>{happened}</p>
      <QueuedFacts question={question} />
      {isOpen && (
        <Acts>
          <a href={paths.answerFor(id)}>{t('Write the answer')}</a>
        </Acts>
      )}
      <Conversation {...{ messages, form }} side="host" action={paths.words(id)} isOpen={!withdrawnAt} />
      <Merged merged={merged} />
      {isOpen && <Merging id={id} others={others} />}
    </Layout>
  )
}

const isWaiting = ({ answerId, withdrawnAt }: Queued) => !answerId && !withdrawnAt

function Refused({ refused }: { refused: MergeRefusal }) {
  const t = useWords()
  const words: Record<MergeRefusal, string> = {
    gone: t('The other challenge is not there any more.'),
    itself: t('Choose another challenge.'),
    answered: t('One of the two is answered already.'),
    'merged-elsewhere': t('The other challenge was merged into a third one. Choose that one.'),
  }
  return (
    <Notice kind="problem">
      <p role="alert">{words[refused]}</p>
    </Notice>
  )
}

function MergedNotice({ id, into, isWaiting }: { id: string; into: string; isWaiting: boolean }) {
  const t = useWords()
  return (
    <Notice>
      <p>
        {t('This one was merged.')} <a href={paths.queued(into)}>{t('Open the one that stays')}</a>
      </p>
      {isWaiting && <TakeApart id={id} />}
    </Notice>
  )
}

const TakeApart = ({ id, label }: { id: string; label?: string }) => {
  const t = useWords()
  return (
    <Form action={paths.merging(id)} {...(label && { label })}>
      <Button kind="quiet" name="act" value="apart">
        {t('Take it apart again')}
      </Button>
    </Form>
  )
}

function Merged({ merged }: Pick<QueuedPageProps, 'merged'>) {
  const t = useWords()
  if (merged.length === 0) return null
  return (
    <section aria-labelledby="merged">
      <Heading id="merged">{t('Merged into this one')}</Heading>
      <EntryList>
        {merged.map(({ id, happened, email, answerId }) => (
          <Entry
            key={id}
            level={3}
            href={paths.queued(id)}
            title={shortened(happened)}
            facts={[email]}
            acts={!answerId && <TakeApart id={id} label={shortened(happened)} />}
          />
        ))}
      </EntryList>
    </section>
  )
}

function Merging({ id, others }: Pick<QueuedPageProps, 'others'> & { id: string }) {
  const t = useWords()
  if (others.length === 0) return null
  return (
    <section aria-labelledby="merging">
      <Heading id="merging">{t('Is it the same as another?')}</Heading>
      <p class="hint">
        {t(
          'The other one stays. Whoever asked this one is told its answer, and reads none of its words before. You can take it apart again.',
        )}
      </p>
      <Form action={paths.merging(id)} inline>
        <Select
          name="into"
          label={t('The same as')}
          empty={t('Choose one')}
          options={others.map((other) => ({ value: other.id, words: shortened(other.happened) }))}
        />
        <Button kind="quiet" name="act" value="merge">
          {t('Merge it')}
        </Button>
      </Form>
    </section>
  )
}
