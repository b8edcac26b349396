/** One line of the table: what was measured, the yardstick of the same run, and whether the bar is met. */
export type Figure = { figure: string; ours: number; unit?: string; yardstick?: number; bar: string; isMet?: boolean }

export type Benchmark = () => Promise<Figure[]>

export const benchmarks: Record<string, () => Promise<Benchmark>> = {}
