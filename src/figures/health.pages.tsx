import { EmptyState, Figures, Heading, useWords } from '#platform/html'
import type { Question } from './figures.asked.ts'
import { FiguresPage } from './figures.pages.tsx'
import { paths, sheets } from './figures.paths.ts'
import type { Health } from './health.rules.ts'
import { changesSheet, languagesSheet, oftenSheet, statesSheet, stoppedSheet } from './health.sheets.ts'
import { withQuestion } from './question.rules.ts'
import { shareOf } from './share.rules.ts'
import { SheetFile, SheetTable, useShown } from './sheet.pages.tsx'
import type { Sheet } from './sheet.rules.ts'

/** How healthy the list is: what changed, who gets no mail and why, who takes part, and who the people are. */
export function HealthPage({ question, health }: { question: Question; health: Health }) {
  const t = useWords()
  const shown = useShown()
  const parts: { heading: string; sheet: Sheet; barOf?: number }[] = [
    { heading: t('What changed'), sheet: changesSheet(t, health) },
    { heading: t('Gets no mail'), sheet: stoppedSheet(t, health), barOf: 1 },
    { heading: t('How often they want it'), sheet: oftenSheet(t, health), barOf: 1 },
    { heading: t('Languages'), sheet: languagesSheet(t, health), barOf: 1 },
    { heading: t('States'), sheet: statesSheet(t, health), barOf: 1 },
  ]
  return (
    <FiguresPage title={t('List health')} path={paths.health} question={question} asks={['period']}>
      <Figures
        figures={[
          { number: shown(health.on), words: t('on the list now') },
          { number: shareOf(health.getsMail, health.on), words: t('of them get mail') },
          { number: shareOf(health.active, health.on), words: t('took part in the last 12 months') },
        ]}
      />
      <p class="quiet">
        {t('Whoever took a place at an event or signed in takes part. Nobody is watched while they read.')}{' '}
        {question.list === null && t('Here everybody counts once, on however many lists.')}
      </p>
      {health.on + health.joined + health.asked === 0 && <EmptyState sentence={t('Nobody is here yet.')} />}
      {parts
        .filter(({ sheet }) => sheet.rows.length > 0)
        .map(({ heading, ...part }) => (
          <section key={heading}>
            <Heading>{heading}</Heading>
            <SheetTable caption={heading} {...part} />
          </section>
        ))}
      <SheetFile file={withQuestion(sheets.health, question)} />
    </FiguresPage>
  )
}
