import { round } from './chart.rules.ts'

/** A bar below the name of a table's row: its share of the largest. The figure stands in the row, so nobody need hear the bar. */
export const ShareBar = ({ value, most }: { value: number; most: number }) => (
  <svg class="share-bar" width="100%" height="6" aria-hidden="true" focusable="false">
    <rect class="share" width={`${most > 0 ? round((Math.max(0, value) / most) * 100) : 0}%`} height="6" />
  </svg>
)
