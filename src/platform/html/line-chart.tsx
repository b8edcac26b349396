import { axisHeight, ChartAxis, ChartFrame, type ChartWords } from './chart-frame.tsx'
import { anchorOf, middleOf, round, type Tick } from './chart.rules.ts'
import { usePage } from './page-context.ts'

export type LineChartProps = ChartWords & { ticks: Tick[]; values: number[]; /** How many words the axis has room for. */ room: number }

const top = 26
const plot = 120

/** How many there were at each time: a line from nought, with its first and its last figure beside it. */
export function LineChart({ ticks, values, room, ...words }: LineChartProps) {
  const most = Math.max(1, ...values)
  const at = (place: number) => round(plot - ((values[place] ?? 0) / most) * plot)
  const points = values.map((_, place) => `${middleOf(place, values.length)},${at(place)}`)
  const last = values.length - 1
  return (
    <ChartFrame {...words} height={top + plot + axisHeight}>
      <svg class="chart-plot" x="0" y={top} width="100%" height={plot} viewBox={`0 0 100 ${plot}`} preserveAspectRatio="none">
        <polygon
          class="chart-area"
          points={[`${middleOf(0, values.length)},${plot}`, ...points, `${middleOf(last, values.length)},${plot}`].join(' ')}
        />
        <polyline class="chart-line" vector-effect="non-scaling-stroke" points={points.join(' ')} />
      </svg>
      <line class="chart-base" x1="0" x2="100%" y1={top + plot} y2={top + plot} />
      {[...new Set([0, last])].map((place) => (
        <Point key={place} place={place} count={values.length} y={top + at(place)} value={values[place] ?? 0} />
      ))}
      <ChartAxis ticks={ticks} y={top + plot + 18} most={room} />
    </ChartFrame>
  )
}

function Point({ place, count, y, value }: { place: number; count: number; y: number; value: number }) {
  const { language } = usePage()
  const x = `${middleOf(place, count)}%`
  return (
    <>
      <circle class="chart-mark" cx={x} cy={y} r="3.5" />
      <text class="chart-figure" x={x} y={y - 10} text-anchor={anchorOf(place, count)}>
        {value.toLocaleString(`${language}-US`)}
      </text>
    </>
  )
}
