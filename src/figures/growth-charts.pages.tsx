import { ChangeChart, Heading, LineChart, usePage, useWords, type Tick } from '#platform/html'
import type { Question } from './figures.asked.ts'
import { sheets } from './figures.paths.ts'
import type { Growth } from './growth.rules.ts'
import { growthSheet } from './growth.sheets.ts'
import { withQuestion } from './question.rules.ts'
import { SheetTable, useShown } from './sheet.pages.tsx'
import { roomFor, ticksOf } from './tick.words.ts'

/** How many there were, and who came and went, with the table of both. */
export function GrowthCharts({ question, growth }: { question: Question; growth: Growth }) {
  const t = useWords()
  const { language } = usePage()
  const { by } = question.period
  const begins = growth.buckets.map(({ begin }) => begin)
  const ticks = ticksOf(begins, { by, language, t })
  const axis = { ticks, room: roomFor[by] }
  return (
    <>
      <section>
        <Heading>{t('People on the list')}</Heading>
        <OnChart growth={growth} {...axis} />
      </section>
      <section>
        <Heading>{t('Who came and who left')}</Heading>
        <ComingChart growth={growth} {...axis} />
        <SheetTable
          caption={t('Who came and who left')}
          sheet={growthSheet(t, growth, (place) => ticks[place]?.long ?? '')}
          file={withQuestion(sheets.growth, question)}
          folded
        />
      </section>
    </>
  )
}

type Drawn = { growth: Growth; ticks: Tick[]; room: number }

function OnChart({ growth: { buckets }, ...axis }: Drawn) {
  const t = useWords()
  const shown = useShown()
  const values = buckets.map(({ on }) => on)
  const ends = { first: shown(values[0] ?? 0), last: shown(values.at(-1) ?? 0), ...spanOf(axis.ticks) }
  return (
    <LineChart
      id="on"
      title={t('People on the list')}
      description={t('From {{first}} ({{from}}) to {{last}} ({{until}}).', ends)}
      values={values}
      {...axis}
    />
  )
}

function ComingChart({ growth: { buckets, joined, left }, ...axis }: Drawn) {
  const t = useWords()
  const shown = useShown()
  const sums = { joined: shown(joined), left: shown(left), ...spanOf(axis.ticks) }
  return (
    <ChangeChart
      id="changes"
      title={t('Who came and who left')}
      description={t('{{joined}} joined and {{left}} left between {{from}} and {{until}}.', sums)}
      up={{ words: t('Joined'), values: buckets.map((bucket) => bucket.joined) }}
      down={{ words: t('Left'), values: buckets.map((bucket) => bucket.left) }}
      {...axis}
    />
  )
}

const spanOf = (ticks: Tick[]) => ({ from: ticks[0]?.long ?? '', until: ticks.at(-1)?.long ?? '' })
