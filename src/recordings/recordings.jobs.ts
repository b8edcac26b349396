import { findRootNetwork } from '#networks'
import type { Job, Jobs } from '#platform/jobs'
import { remindOfCaptions } from './promise.actions.ts'
import { drawSlides } from './slides.actions.ts'
import { tellOfRecordings } from './shown.actions.ts'
import { forgetOldUploads } from './upload.actions.ts'

const inNetwork =
  (work: typeof tellOfRecordings): Job =>
  async (db, _data, now, config) => {
    const network = await findRootNetwork(db)
    if (network) await work(db, { network, baseUrl: config.baseUrl }, now)
  }

export const recordingJobs: Jobs = {
  'forget-old-uploads': (db, _data, now, config) => forgetOldUploads(db, config.dataDir, now),
  'draw-slides': (db, _data, _now, config) => drawSlides(db, config.dataDir),
  'tell-of-recordings': inNetwork(tellOfRecordings),
  'remind-of-captions': inNetwork(remindOfCaptions),
}
