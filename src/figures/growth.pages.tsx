import { EmptyState, Figures, Heading, useWords } from '#platform/html'
import type { Question } from './figures.asked.ts'
import { FiguresPage } from './figures.pages.tsx'
import { paths, sheets } from './figures.paths.ts'
import { GrowthCharts } from './growth-charts.pages.tsx'
import type { Standing } from './growth.data.ts'
import { verdictOf, type Growth } from './growth.rules.ts'
import { departuresSheet, sourcesSheet } from './growth.sheets.ts'
import { withQuestion } from './question.rules.ts'
import { SheetTable, useShown } from './sheet.pages.tsx'
import { Verdicts } from './verdict.pages.tsx'

export type GrowthPageProps = { question: Question; growth: Growth; standing: Standing }

/** How many people there are, how that changed, from where they came: what a funder asks. */
export function GrowthPage({ question, growth, standing }: GrowthPageProps) {
  const t = useWords()
  const shown = useShown()
  const verdict = verdictOf(growth, standing.on)
  return (
    <FiguresPage title={t('Figures')} path={paths.growth} question={question} asks={['period', 'by']}>
      <Figures
        figures={[
          { number: shown(standing.on), words: t('on the list now') },
          { number: shown(growth.joined), words: t('joined in this time') },
          { number: shown(growth.left), words: t('left in this time') },
        ]}
      />
      {question.list === null && <p class="quiet">{t('Whoever is on two lists counts on each.')}</p>}
      <Verdicts verdict={verdict} standing={standing} domains={withQuestion(paths.domains, question)} />
      {verdict === 'empty' ? (
        <EmptyState
          sentence={t('Nobody has joined yet. Show people the page to join, or bring them along.')}
          act={<a href="/admin/imports">{t('Bring people along')}</a>}
        />
      ) : (
        <>
          <GrowthCharts question={question} growth={growth} />
          <Ways question={question} growth={growth} />
        </>
      )}
    </FiguresPage>
  )
}

function Ways({ question, growth }: Pick<GrowthPageProps, 'question' | 'growth'>) {
  const t = useWords()
  return (
    <>
      {growth.sources.length > 0 && (
        <section>
          <Heading>{t('Where people came from')}</Heading>
          <SheetTable
            caption={t('Where people came from')}
            sheet={sourcesSheet(t, growth)}
            file={withQuestion(sheets.sources, question)}
            barOf={1}
          />
        </section>
      )}
      {growth.departures.length > 0 && (
        <section>
          <Heading>{t('How people left')}</Heading>
          <SheetTable
            caption={t('How people left')}
            sheet={departuresSheet(t, growth)}
            file={withQuestion(sheets.leaving, question)}
            barOf={1}
          />
        </section>
      )}
    </>
  )
}
