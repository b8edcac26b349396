import { Heading, In, ShareBar, Status, Table, usePage, useWords, type NoticeKind } from '#platform/html'
import { itemsOf } from './reach.rules.ts'
import type { Answers } from './reading.rules.ts'
import type { Next, Result, ScoreResult } from './result.rules.ts'
import type { ToolDefinition, ToolWords, Tone } from './tool.definition.ts'
import { answerWords, figureWords, inWords } from './tool.words.ts'
import { pathOf } from './tools.paths.ts'

const kinds: Record<Tone, NoticeKind> = { good: 'good', watch: 'note', act: 'problem' }

/** Its words in the reader's language, marked as English where nobody has written the other. */
export function Said({ words }: { words: ToolWords }) {
  const { language } = usePage()
  return <In language={language === 'es' && !words.es ? 'en' : language}>{inWords(words, language)}</In>
}

export function Verdict({ verdict }: Pick<Result, 'verdict'>) {
  if (!verdict) return null
  return (
    <section class={`tool-verdict ${verdict.tone}`}>
      <Heading>
        <Status kind={kinds[verdict.tone]}>
          <Said words={verdict.words} />
        </Status>
      </Heading>
      <p>
        <Said words={verdict.say} />
      </p>
    </section>
  )
}

/** Each figure with its word; of percents a bar as well. */
export function Scores({ scores }: Pick<Result, 'scores'>) {
  const t = useWords()
  const { language } = usePage()
  if (scores.length === 0) return null
  return (
    <div class="tool-figures">
      <Table
        caption={t('Your figures')}
        head={[t('Figure'), t('Now'), t('That is')]}
        numbers={[1]}
        rows={scores.map((one) => [
          <ScoreName score={one} />,
          figureWords({ as: one.score.as, value: one.value }, language),
          one.band ? <BandWord band={one.band} /> : '',
        ])}
      />
    </div>
  )
}

const ScoreName = ({ score: { score, value } }: { score: ScoreResult }) => (
  <>
    <Said words={score.words} />
    {score.as === 'percent' && <ShareBar value={value} most={100} />}
  </>
)

const BandWord = ({ band }: { band: NonNullable<ScoreResult['band']> }) => (
  <Status kind={kinds[band.tone]}>
    <Said words={band.words} />
  </Status>
)

/** What to do now: three at most. */
export function NextThings({ nexts }: { nexts: Next[] }) {
  const t = useWords()
  if (nexts.length === 0) return null
  return (
    <section>
      <Heading>{t('Next')}</Heading>
      <ol class="tool-nexts">
        {nexts.map(({ say, to }) => (
          <li key={say.en}>
            <Said words={say} /> {to && <a href={pathOf(to)}>{linkWords(t)[to.split(':')[0] ?? '']}</a>}
          </li>
        ))}
      </ol>
    </section>
  )
}

const linkWords = (t: (sentence: string) => string): Record<string, string> => ({
  step: t('Read this step'),
  tip: t('Read this tip'),
  tool: t('Open this tool'),
  recording: t('Watch this recording'),
  answer: t('Read this answer'),
})

/** What a team can be glad of, what is still closed, what nobody knew. */
export function ResultLists({ result }: { result: Result }) {
  const t = useWords()
  return (
    <>
      <WordList title={t('Your strengths')} words={result.strengths.map(({ words }) => words)} />
      <WordList title={t('What we see')} words={result.findings} />
      <Gates gates={result.gates} />
      <WordList title={t('To find out')} words={result.toFindOut.map(({ words }) => words)} />
    </>
  )
}

function WordList({ title, words }: { title: string; words: ToolWords[] }) {
  if (words.length === 0) return null
  return (
    <section>
      <Heading>{title}</Heading>
      <ul class="tool-list">
        {words.map((one) => (
          <li key={one.en}>
            <Said words={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Gates({ gates }: Pick<Result, 'gates'>) {
  const t = useWords()
  if (gates.length === 0) return null
  return (
    <section>
      <Heading>{t('Gates')}</Heading>
      <ul class="tool-gates">
        {gates.map(({ item, isOpen }) => (
          <li key={item.key}>
            <Status kind={isOpen ? 'good' : 'problem'}>{isOpen ? t('Open') : t('Closed')}</Status> <Said words={item.words} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Everything that was answered, as it was said. */
export function AnswersTable({ tool, answers }: { tool: ToolDefinition; answers: Answers }) {
  const t = useWords()
  const { language } = usePage()
  const rows = itemsOf(tool).flatMap((item) => {
    const answer = answers[item.key]
    return answer === undefined ? [] : [[<Said words={item.words} />, answerWords(tool, item, answer, language)]]
  })
  if (rows.length === 0) return null
  return (
    <div class="tool-answers">
      <Table caption={t('Your answers')} head={[t('Question'), t('Answer')]} rows={rows} />
    </div>
  )
}
