import { axisHeight, ChartAxis, ChartFrame, type ChartWords } from './chart-frame.tsx'
import { anchorOf, middleOf, placeOfMost, round, type Tick } from './chart.rules.ts'
import { usePage } from './page-context.ts'

export type ChangeChartProps = ChartWords & {
  ticks: Tick[]
  /** Drawn upwards in the accent, and downwards in grey, on one scale. */
  up: { words: string; values: number[] }
  down: { words: string; values: number[] }
  room: number
}

const top = 40
const plot = 130
const below = 40

/** What came and what went in each time, above and below one line; the largest of each carries its figure. */
export function ChangeChart({ ticks, up, down, room, ...words }: ChangeChartProps) {
  const [most, least] = [Math.max(0, ...up.values), Math.max(0, ...down.values)]
  const one = plot / Math.max(1, most + least)
  const base = top + round(most * one)
  const foot = top + plot + below
  return (
    <ChartFrame {...words} height={foot + axisHeight}>
      <text class="chart-up" x="0" y="14">
        {up.words}
      </text>
      <Bars kind="chart-up" values={up.values} one={one} base={base} />
      <Bars kind="chart-down" values={down.values.map((value) => -value)} one={one} base={base} />
      <line class="chart-base" x1="0" x2="100%" y1={base} y2={base} />
      <text class="chart-down" x="0" y={foot - 4}>
        {down.words}
      </text>
      <ChartAxis ticks={ticks} y={foot + 18} most={room} />
    </ChartFrame>
  )
}

/** Values below nought hang down. */
function Bars({ kind, values, one, base }: { kind: string; values: number[]; one: number; base: number }) {
  const { language } = usePage()
  const width = round(Math.min(60 / values.length, 12))
  const best = placeOfMost(values.map(Math.abs))
  const most = values[best] ?? 0
  return (
    <g class={kind}>
      {values.map((value, place) => {
        const height = round(Math.max(Math.abs(value) * one, value === 0 ? 0 : 1))
        const x = `${round(middleOf(place, values.length) - width / 2)}%`
        return value === 0 ? null : (
          <rect key={place} x={x} y={value > 0 ? round(base - height) : base} width={`${width}%`} height={height} />
        )
      })}
      {most !== 0 && (
        <text
          x={`${middleOf(best, values.length)}%`}
          y={round(most > 0 ? base - most * one - 6 : base - most * one + 17)}
          text-anchor={anchorOf(best, values.length)}
        >
          {Math.abs(most).toLocaleString(`${language}-US`)}
        </text>
      )}
    </g>
  )
}
