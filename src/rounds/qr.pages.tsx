/** A QR code to point a phone at: dark squares on white in both themes, as readers want it. `rows` tells which squares are dark. */
export function QrCode({ rows, label }: { rows: boolean[][]; label: string }) {
  return (
    <svg class="qr-code" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={rows.flatMap(barsIn).join('')} />
    </svg>
  )
}

/** Dark squares beside each other are drawn as one bar. */
const barsIn = (row: boolean[], y: number): string[] =>
  row.flatMap((isDark, x) => {
    if (!isDark || row[x - 1]) return []
    const end = row.indexOf(false, x)
    const width = (end === -1 ? row.length : end) - x
    return [`M${x} ${y}h${width}v1h-${width}z`]
  })
