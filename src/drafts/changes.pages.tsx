import { Heading, Status, useWords } from '#platform/html'
import { useBlockNames } from '#letters'
import type { BlockChange, Comparison, FieldChange, Part } from './changes.rules.ts'

/** What became of an edition, in words: what was added and what was taken out, each said as well as shown. */
export function Changes({ comparison: { fields, blocks } }: { comparison: Comparison }) {
  const t = useWords()
  if (fields.length + blocks.length === 0) return <p>{t('In this language, the two say the same.')}</p>
  return (
    <div class="changes">
      {fields.map((field) => (
        <FieldChanges key={field.name} field={field} isOwn />
      ))}
      {blocks.map((block) => (
        <BlockChanges key={block.id} block={block} />
      ))}
    </div>
  )
}

function BlockChanges({ block: { type, kind, fields } }: { block: BlockChange }) {
  const t = useWords()
  const name = useBlockNames()[type]
  const words = { added: t('Added'), removed: t('Taken out'), moved: t('Moved'), changed: t('Changed') }
  return (
    <section>
      <Heading level={3} more={<Status kind="quiet">{words[kind]}</Status>}>
        {name}
      </Heading>
      {fields.map((field) => (
        <FieldChanges key={field.name} field={field} isOwn={field.name !== 'text'} />
      ))}
    </section>
  )
}

/** The text of a block needs no name over it. */
function FieldChanges({ field: { name, parts }, isOwn }: { field: FieldChange; isOwn: boolean }) {
  const t = useWords()
  const names: Record<string, string> = {
    subject: t('Subject'),
    preheader: t('Line beside the subject'),
    alt: t('What it shows'),
    href: t('Where it leads'),
    label: t('Words on the button'),
    picture: t('Picture'),
    webinar: t('Which recording'),
    count: t('How many'),
    only: t('Which'),
  }
  return (
    <div>
      {isOwn && <p class="above">{names[name] ?? name}</p>}
      <p class="change">
        {parts.map((part, place) => (
          <ChangedWords key={place} part={part} />
        ))}
      </p>
    </div>
  )
}

function ChangedWords({ part: { kind, text } }: { part: Part }) {
  const t = useWords()
  if (kind === 'same') return <>{text}</>
  if (kind === 'added')
    return (
      <ins>
        <span class="heard">{t('(added:)')} </span>
        {text}
      </ins>
    )
  return (
    <del>
      <span class="heard">{t('(taken out:)')} </span>
      {text}
    </del>
  )
}
