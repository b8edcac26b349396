import { Acts, Button, Field, fieldsOf, Form, Heading, Notice, ownNames, useWords, type FormState } from '#platform/html'
import { editionPaths as paths } from '#editions'
import { isSerious, type Finding, type FindingKind } from './checklist.rules.ts'

export type CheckListProps = {
  slug: string
  findings: Finding[]
  override: { reason: string; by: string } | null
  /** When the words were changed last, as the steward sees them. */
  seen: string
  form: FormState
  isAsking: boolean
}

/** What was found in the edition, each with the way to the place where it is mended. */
export function CheckList({ slug, findings, override, seen, form, isAsking }: CheckListProps) {
  const t = useWords()
  const isHeld = !override && findings.some(isSerious)
  return (
    <section id="checks">
      <Heading>{t('Before it leaves')}</Heading>
      <WhatWasFound slug={slug} findings={findings} override={override} />
      {isAsking && <Notice>{t('The links are being asked for. Show this page again in a moment.')}</Notice>}
      <Acts>
        <Form action={paths.linkChecks(slug)}>
          <Button kind="quiet">{t('Check the links now')}</Button>
        </Form>
      </Acts>
      {isHeld && <OverrideForm slug={slug} seen={seen} form={form} />}
    </section>
  )
}

function WhatWasFound({ slug, findings, override }: Pick<CheckListProps, 'slug' | 'findings' | 'override'>) {
  const t = useWords()
  const serious = findings.filter(isSerious)
  const advice = findings.filter((finding) => !isSerious(finding))
  if (findings.length === 0) return <Notice kind="good">{t('Nothing to mend was found.')}</Notice>
  const all = override
    ? t('It is sent all the same: {{reason}} ({{name}})', { reason: override.reason, name: override.by })
    : t('These hold it back:')
  return (
    <>
      {serious.length > 0 && (
        <Notice kind={override ? 'note' : 'problem'}>
          <p>{all}</p>
          <Findings slug={slug} findings={serious} />
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice>
          <p>{t('It can leave with these, and would be better without:')}</p>
          <Findings slug={slug} findings={advice} />
        </Notice>
      )}
    </>
  )
}

function OverrideForm({ slug, seen, form }: { slug: string; seen: string; form: FormState }) {
  const t = useWords()
  return (
    <Form action={paths.override(slug)} errors={form.errors}>
      <input type="hidden" name="seen" value={seen} />
      <Field
        {...fieldsOf(form)('reason')}
        label={t('Why it should be sent all the same')}
        hint={t('The reason is kept. It counts until somebody changes the words.')}
        maxLength={500}
        required
      />
      <Button kind="quiet">{t('Send all the same')}</Button>
    </Form>
  )
}

function Findings({ slug, findings }: { slug: string; findings: Finding[] }) {
  const t = useWords()
  const sentenceOf = useSentences()
  return (
    <ul>
      {findings.map((finding) => {
        const href = whereToMend(slug, finding)
        const language = finding.language && ownNames[finding.language]
        return (
          <li key={JSON.stringify(finding)}>
            {language && <span class="quiet">{language}: </span>}
            {sentenceOf(finding)} {href && <a href={href}>{t('Mend it')}</a>}
          </li>
        )
      })}
    </ul>
  )
}

function whereToMend(slug: string, { kind, language, block }: Finding): string | null {
  if (kind === 'unchecked-links' || kind === 'no-readers' || kind === 'test-reader-left' || kind === 'cut-by-gmail') return null
  const fields: Partial<Record<FindingKind, string>> = {
    'no-preheader': 'field-preheader',
    'long-subject': 'field-subject',
    'missing-translation': 'field-subject',
  }
  const field = block ? `block-${block}` : fields[kind]
  return `${paths.edit(slug, language)}${field ? `#${field}` : ''}`
}

function useSentences(): (finding: Finding) => string {
  const t = useWords()
  return ({ kind, detail = '', block }) => {
    const count = Number(detail)
    const sentences: Record<FindingKind, () => string> = {
      'broken-link': () => t('This link leads nowhere: {{address}}', { address: detail }),
      'unsure-link': () =>
        t('Open this link yourself, its site did not tell us whether the page is there: {{address}}', { address: detail }),
      'unchecked-links': () => t('{{count}} links have not been checked in the last week.', { count }),
      'undescribed-picture': () => t('A picture among the words says nothing of what it shows, so it is left out.'),
      'heading-order': () => t('A title is two levels below the one before it. Use the level between.'),
      'heavy-pictures': () => t('A picture weighs {{count}} kilobytes. Readers on a phone wait for it.', { count }),
      'cut-by-gmail': () =>
        t('It weighs {{count}} kilobytes. Gmail cuts what is over 102 and hides the link to leave. Remove a block.', { count }),
      'no-readers': () => t('Nobody is on the list: it would stand on the web alone.'),
      'test-reader-left': () => t('{{email}} got a test and has left the list.', { email: detail }),
      'no-preheader': () => t('The line beside the subject is empty. Say what is inside.'),
      'long-subject': () => t('The subject is longer than the 60 letters that most phones show.'),
      'missing-translation': () =>
        block
          ? t('A block has no words in this language, and {{count}} people read in it.', { count })
          : t('There is no subject in this language, and {{count}} people read in it.', { count }),
    }
    return sentences[kind]()
  }
}
