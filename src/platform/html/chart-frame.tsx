import type { ComponentChildren } from 'preact'
import { axisAnchorOf, labelled, middleOf, yearShown, type Tick } from './chart.rules.ts'

/** What every chart says to whoever does not see it: its name, and in a sentence what it shows. */
export type ChartWords = { id: string; title: string; description: string }

/**
 * A drawing that is as wide as its column, with letters that stay their size: across it is measured in hundredths, down in pixels.
 * All of its figures stand in a table beside it.
 */
export const ChartFrame = ({ id, title, description, height, children }: ChartWords & { height: number; children: ComponentChildren }) => (
  <svg class="chart" role="img" aria-labelledby={`${id}-title ${id}-words`} width="100%" height={height}>
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-words`}>{description}</desc>
    {children}
  </svg>
)

/** The words below: each month or week, as many as fit, with its year where that is new. */
export function ChartAxis({ ticks, y, most }: { ticks: Tick[]; y: number; most: number }) {
  const shown = [...labelled(ticks.length, most)]
  const years = yearShown(shown.map((place) => ticks[place]?.year ?? ''))
  return (
    <g class="chart-quiet">
      {shown.map((place, order) => (
        <g key={place} text-anchor={axisAnchorOf(place, ticks.length)}>
          <text x={`${middleOf(place, ticks.length)}%`} y={y}>
            {ticks[place]?.short}
          </text>
          {years[order] && (
            <text x={`${middleOf(place, ticks.length)}%`} y={y + 16}>
              {ticks[place]?.year}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

export const axisHeight = 38
