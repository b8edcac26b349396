import type { Jobs } from '#platform/jobs'
import { moveSeriesOn } from './passage.actions.ts'

export const seriesJobs: Jobs = { 'move-series-on': (db, _payload, now, config) => moveSeriesOn(db, config, now) }
