import { Button, fieldsOf, Form, Heading, TextArea, usePage, useWords, type FormState } from '#platform/html'
import type { Words } from '#platform/text'
import { formatWhen } from '#platform/time'
import type { Message } from './message.data.ts'
import type { Side } from './office-hours.tables.ts'
import { fileNames } from './question.words.ts'

export type ConversationProps = { messages: Message[]; side: Side; action: string; form: FormState; isOpen: boolean }

/** What was written about a challenge, and room for more. */
export function Conversation({ messages, side, action, form, isOpen }: ConversationProps) {
  const t = useWords()
  if (messages.length === 0 && !isOpen) return null
  return (
    <section aria-labelledby="words">
      <Heading id="words">{side === 'host' ? t('Words to whoever asked') : t('Words with the hosts')}</Heading>
      {messages.length > 0 && (
        <ol class="entries">
          {messages.map((message) => (
            <Said key={message.id} message={message} side={side} />
          ))}
        </ol>
      )}
      {isOpen && <Writing {...{ side, action, form }} />}
    </section>
  )
}

function Writing({ side, action, form }: Pick<ConversationProps, 'side' | 'action' | 'form'>) {
  const t = useWords()
  return (
    <Form action={action} errors={form.errors} label={t('Write')}>
      <TextArea
        {...fieldsOf(form)('words')}
        label={side === 'host' ? t('Answer ahead') : t('Write to the hosts')}
        hint={side === 'host' ? t('It goes to whoever asked by mail. What they answer comes back here.') : t('They get it by mail.')}
        rows={4}
        maxLength={8000}
      />
      <Button kind="quiet" name="act" value="say">
        {t('Send it')}
      </Button>
    </Form>
  )
}

function Said({ message, side }: { message: Message; side: Side }) {
  const t = useWords()
  const { language, timeZone, network } = usePage()
  const when = formatWhen({ startsAt: message.saidAt, endsAt: null, timeZone: timeZone ?? network.timeZone }, language)
  return (
    <li class="entry">
      <div class="entry-text">
        <p class="quiet">
          {whoSaid(message, side, t)}, {when}
        </p>
        {message.words.split(/\n[ \t]*\n/).map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
        {message.files.length > 0 && <p class="quiet">{t('Files that are not kept: {{names}}', { names: fileNames(message.files, t) })}</p>}
        {message.quoted && side === 'host' && (
          <details class="fold">
            <summary>{t('What the mail quoted')}</summary>
            <p class="quiet">{message.quoted}</p>
          </details>
        )}
      </div>
    </li>
  )
}

function whoSaid({ side, name }: Message, reader: Side, t: Words): string {
  if (side === 'host') return name || t('A host')
  return reader === 'asker' ? t('You') : name || t('Whoever asked')
}
