import { Heading, Lede, Table, usePage, useWords } from '#platform/html'
import { figureWords, inWords, NextThings, resultOf, Said, type Tool } from '#tools'
import type { GroupResult, Spread } from './group.rules.ts'

/** How a round stands: how many have answered, and once it is revealed, what came of it. */
export type Standing = { tool: Tool; people: number; result: GroupResult | null }

/** The same for everybody who follows. */
export function Board({ standing: { tool, people, result } }: { standing: Standing }) {
  const t = useWords()
  if (!result)
    return (
      <p class="round-count" role="status">
        {t('{{count}} people have answered', { count: people })}
      </p>
    )
  return (
    <div data-revealed>
      <Lede>{t('{{count}} people have answered', { count: result.people })}</Lede>
      <Spreads title={t('Where you differ')} lead={t('Begin here: ask somebody at each end to say why.')} spreads={result.differ} />
      <Spreads title={t('Where you agree')} spreads={result.agree} />
      <GroupScores result={result} />
      <PartLines tool={tool} result={result} />
      <NextThings nexts={resultOf(tool.definition, result.common).nexts} />
      <Words words={result.words} />
      <AllQuestions all={result.all} />
    </div>
  )
}

function Spreads({ title, lead, spreads }: { title: string; lead?: string; spreads: Spread[] }) {
  if (spreads.length === 0) return null
  return (
    <section>
      <Heading>{title}</Heading>
      {lead && <p>{lead}</p>}
      <ul class="round-spreads">
        {spreads.map(({ item, counts, answered }) => (
          <li key={item.key}>
            <Said words={item.words} />
            <SpreadBar counts={counts} answered={answered} />
            <SpreadWords counts={counts} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The group as one bar, in the order of the choices. Its words stand below, so nobody need see it. */
function SpreadBar({ counts, answered }: Pick<Spread, 'counts' | 'answered'>) {
  const width = (count: number) => (count / answered) * 100
  const parts = counts.map(({ count }, at) => ({
    at,
    width: width(count),
    x: counts.slice(0, at).reduce((sum, one) => sum + width(one.count), 0),
  }))
  return (
    <svg class="spread-bar" width="100%" height="10" aria-hidden="true" focusable="false">
      {parts.map((part) => (
        <rect key={part.at} class={`spread-${part.at}`} x={`${part.x}%`} width={`${part.width}%`} height="10" />
      ))}
    </svg>
  )
}

/** "4 clearly yes · 3 not yet": who said what is not told. */
function SpreadWords({ counts }: Pick<Spread, 'counts'>) {
  const { language } = usePage()
  const said = counts.filter(({ count }) => count > 0).map(({ choice, count }) => `${count} ${inWords(choice.words, language)}`)
  return <p class="quiet">{said.join(' · ')}</p>
}

/** Every question in one row; those with the same choices share a table. */
function AllQuestions({ all }: Pick<GroupResult, 'all'>) {
  const t = useWords()
  const { language } = usePage()
  return (
    <>
      {[...Map.groupBy(all, ({ item }) => item.scale).values()].map((spreads) => (
        <div key={spreads[0]?.item.scale} class="tool-answers">
          <Table
            caption={t('All questions')}
            head={[t('Question'), ...(spreads[0]?.counts ?? []).map(({ choice }) => inWords(choice.words, language))]}
            numbers={(spreads[0]?.counts ?? []).map((_, at) => at + 1)}
            rows={spreads.map(({ item, counts }) => [<Said words={item.words} />, ...counts.map(({ count }) => count)])}
          />
        </div>
      ))}
    </>
  )
}

function GroupScores({ result }: { result: GroupResult }) {
  const t = useWords()
  const { language } = usePage()
  if (result.scores.length === 0) return null
  const figure = (as: 'percent' | 'sum' | 'share', value: number) => figureWords({ as, value }, language)
  return (
    <div class="tool-figures">
      <Table
        caption={t('Your figures')}
        head={[t('Figure'), t('On average'), t('Half of you between')]}
        numbers={[1, 2]}
        rows={result.scores.map(({ score, mean, from, to }) => [
          <Said words={score.words} />,
          figure(score.as, mean),
          `${figure(score.as, from)} – ${figure(score.as, to)}`,
        ])}
      />
    </div>
  )
}

/** By part, of which three or more have answered. */
function PartLines({ tool, result: { parts, scores } }: { tool: Tool; result: GroupResult }) {
  const t = useWords()
  const { language } = usePage()
  const shown = tool.definition.scores.filter(({ show }) => show !== 'no')
  if (parts.length === 0 || scores.length === 0) return null
  const names = new Map(tool.definition.parts.map(({ key, words }) => [key, inWords(words, language)]))
  return (
    <div class="tool-figures">
      <Table
        caption={t('By part')}
        head={[t('Figure'), ...parts.map(({ part, people }) => `${names.get(part) ?? part} (${people})`)]}
        numbers={parts.map((_, at) => at + 1)}
        rows={shown.map((score, at) => [
          <Said words={score.words} />,
          ...parts.map(({ values }) =>
            values[at] === null || values[at] === undefined ? '–' : figureWords({ as: score.as, value: values[at] }, language),
          ),
        ])}
      />
    </div>
  )
}

function Words({ words }: Pick<GroupResult, 'words'>) {
  return (
    <>
      {words.map(({ item, said }) => (
        <section key={item.key}>
          <Heading>
            <Said words={item.words} />
          </Heading>
          <ul class="tool-list">
            {said.map((one, at) => (
              <li key={at}>{one}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
