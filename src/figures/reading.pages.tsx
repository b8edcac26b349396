import { EmptyState, Figures, Heading, useWords } from '#platform/html'
import type { Question } from './figures.asked.ts'
import { FiguresPage } from './figures.pages.tsx'
import { paths, sheets } from './figures.paths.ts'
import { withQuestion } from './question.rules.ts'
import type { Reading } from './reading.rules.ts'
import { pagesSheet, readingSheet, type Naming } from './reading.sheets.ts'
import { SheetTable, useShown } from './sheet.pages.tsx'

export type ReadingPageProps = { question: Question; reading: Reading; naming: Naming }

/** Whether people read, told by what they do: links followed and places taken, in totals alone. */
export function ReadingPage({ question, reading, naming }: ReadingPageProps) {
  const t = useWords()
  const shown = useShown()
  return (
    <FiguresPage title={t('Do they read?')} path={paths.reading} question={question} asks={['period']}>
      <Figures
        figures={[
          { number: shown(reading.editions.length), words: t('updates sent in this time') },
          { number: shown(reading.delivered), words: t('mails delivered') },
        ]}
      />
      <p class="quiet">
        {t(
          'We count what people do, in totals: links they followed, once an hour for each office or household, and places they took at events within two weeks. Who it was is noted nowhere, opening a mail is not watched, and what is below five is not shown.',
        )}
      </p>
      {reading.editions.length === 0 ? (
        <EmptyState sentence={t('No update was sent in this time.')} act={<a href="/updates/new">{t('Write an update')}</a>} />
      ) : (
        <Tables {...{ question, reading, naming }} />
      )}
    </FiguresPage>
  )
}

function Tables({ question, reading, naming }: ReadingPageProps) {
  const t = useWords()
  return (
    <>
      <section>
        <Heading>{t('What came of each update')}</Heading>
        <SheetTable
          caption={t('What came of each update')}
          sheet={readingSheet(t, reading, naming)}
          file={withQuestion(sheets.reading, question)}
          barOf={3}
        />
      </section>
      {reading.pages.length > 0 && (
        <section>
          <Heading>{t('What they opened most')}</Heading>
          <SheetTable
            caption={t('What they opened most')}
            sheet={pagesSheet(t, reading)}
            file={withQuestion(sheets.opened, question)}
            barOf={1}
          />
        </section>
      )}
    </>
  )
}
