const bounds = [5, 10, 25, 50, 100, 250, 500, 1000, 2500]

type Figure = { buckets: number[]; sum: number; count: number }
const requests = new Map<string, Figure>()

/** Counts one answered request for `/metrics`. */
export function countRequest(method: string, route: string, status: number, ms: number) {
  const labels = `method="${method}",route="${route.replace(/["\\\n]/g, '')}",status="${status}"`
  const figure = requests.get(labels) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 }
  requests.set(labels, figure)
  figure.sum += ms / 1000
  figure.count++
  bounds.forEach((bound, at) => {
    if (ms <= bound) figure.buckets[at] = (figure.buckets[at] ?? 0) + 1
  })
}

/** The text format of Prometheus, version 0.0.4. `gauges` are asked for at the moment of reading. */
export function figuresText(gauges: Record<string, number>): string {
  const lines = ['# TYPE guildhall_request_seconds histogram']
  for (const [labels, figure] of requests) {
    bounds.forEach((bound, at) => lines.push(`guildhall_request_seconds_bucket{${labels},le="${bound / 1000}"} ${figure.buckets[at] ?? 0}`))
    lines.push(`guildhall_request_seconds_bucket{${labels},le="+Inf"} ${figure.count}`)
    lines.push(
      `guildhall_request_seconds_sum{${labels}} ${figure.sum.toFixed(6)}`,
      `guildhall_request_seconds_count{${labels}} ${figure.count}`,
    )
  }
  for (const [name, value] of Object.entries(gauges)) lines.push(`# TYPE guildhall_${name} gauge`, `guildhall_${name} ${value}`)
  return `${lines.join('\n')}\n`
}
