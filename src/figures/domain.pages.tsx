import { EmptyState, Entry, EntryList, Figures, Heading, useWords } from '#platform/html'
import { adviceWords, reasonWords } from './answer.words.ts'
import { hasTrouble, type DomainLine, type Domains } from './domain.rules.ts'
import { domainsSheet } from './domain.sheets.ts'
import type { Question } from './figures.asked.ts'
import { FiguresPage } from './figures.pages.tsx'
import { paths, sheets } from './figures.paths.ts'
import { SheetTable, useShown } from './sheet.pages.tsx'

const mostTroubles = 8
const mostLines = 30

/** Where mail has trouble: what each receiving domain took, put off and refused, and what helps. */
export function DomainsPage({ question, domains }: { question: Question; domains: Domains }) {
  const t = useWords()
  const shown = useShown()
  const troubled = domains.lines.filter(hasTrouble)
  return (
    <FiguresPage title={t('Mail services')} path={paths.domains} question={question} asks={[]}>
      <Figures
        figures={[
          { number: shown(domains.delivered), words: t('delivered in the last 30 days') },
          { number: shown(domains.waiting), words: t('put off and tried again') },
          { number: shown(domains.refused), words: t('refused, or came back') },
        ]}
      />
      {domains.lines.length === 0 ? (
        <EmptyState sentence={t('No mail left in the last 30 days.')} />
      ) : (
        <>
          <section>
            <Heading>{t('Where there is trouble')}</Heading>
            {troubled.length === 0 ? <p>{t('Every domain took what we sent.')}</p> : <Troubles lines={troubled.slice(0, mostTroubles)} />}
          </section>
          <section>
            <Heading>{t('All domains')}</Heading>
            <p class="quiet">{t('Those with trouble first, then those with most mail. The file holds more of them, with the answers.')}</p>
            <SheetTable caption={t('All domains')} sheet={domainsSheet(t, domains, mostLines)} file={sheets.domains} barOf={1} />
          </section>
        </>
      )}
    </FiguresPage>
  )
}

function Troubles({ lines }: { lines: DomainLine[] }) {
  const t = useWords()
  return (
    <EntryList label={t('Where there is trouble')}>
      {lines.map((line) => (
        <Entry
          key={line.domain}
          title={line.domain}
          level={3}
          line={line.trouble && <Answer trouble={line.trouble} />}
          facts={[
            t('{{count}} delivered', { count: line.delivered }),
            line.waiting > 0 && t('{{count}} put off', { count: line.waiting }),
            line.refused > 0 && t('{{count}} refused', { count: line.refused }),
            line.reported > 0 && t('{{count}} reported as unwanted', { count: line.reported }),
          ]}
        />
      ))}
    </EntryList>
  )
}

function Answer({ trouble: { reason, answer } }: { trouble: NonNullable<DomainLine['trouble']> }) {
  const t = useWords()
  return (
    <>
      {reasonWords(t)[reason]} {adviceWords(t)[reason]} <span class="quiet sample">{t('Most often: “{{answer}}”', { answer })}</span>
    </>
  )
}
