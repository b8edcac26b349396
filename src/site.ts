import { certificateRoutes, offerRoutes } from '#certificates'
import { callRoutes, checkInRoutes, doorRoutes } from '#attendance'
import { academyRoutes } from '#academy'
import { healthRoutes, metricsRoutes } from '#health'
import { digestJobs, digestKind } from '#digests'
import { deliverabilityDesk, deliverabilityRoutes, readTls, signingRecords, systemDns } from '#deliverability'
import { deskRoutes, mailDesk, nextEventDesk, peopleDesk, type DeskNews } from '#admin'
import { editionsDesk, shareRoutes, updateRoutes } from '#editions'
import { draftRoutes, historyRoutes } from '#drafts'
import { beginRoutes, composeRoutes, previewRoutes, type NewsSource } from '#composing'
import { approvalRoutes, audienceRoutes, checklistRoutes, scheduleRoutes } from '#preparing'
import { trialRoutes } from '#trials'
import { editionJobs, editionKind, mendingRoutes, sendingRoutes } from '#sending'
import { eventDeskRoutes, eventJobs, eventNews, eventRoutes, eventsDesk, eventWordsRoutes, interestRoutes } from '#events'
import { domainRoutes, figuresDesk, growthRoutes, healthFigureRoutes, readingRoutes } from '#figures'
import { frontRoutes, groundRoutes, helpRoutes, newsRoutes, robotsRoutes } from '#home'
import { confirmRoutes, embedRoutes, joinRoutes } from '#joining'
import { listPeopleRoutes, listsDesk, listsRoutes, personRoutes } from '#lists'
import { exportRoutes, exportsDesk } from '#exports'
import { importJobs, importRoutes, importsDesk, importUploads } from '#imports'
import { mailingJobs, preferencesRoutes, unsubscribeRoutes } from '#mailing'
import { linkJobs, linkRoutes, type AskInside } from '#links'
import { hostRoutes, liveRoutes } from '#live'
import { findRootNetwork, settingsDesk, settingsRoutes } from '#networks'
import { heldMailDesk, heldMailRoutes, outboxRoutes } from '#outbox'
import { pageRoutes, pagesDesk } from '#pages'
import { participantJobs, participantRoutes } from '#participants'
import { examplesDesk, peopleJobs, peopleRoutes } from '#people'
import { mediaRoutes, recordingJobs, recordingRoutes, recordingsDesk, recordingUploads, transcriptRoutes, uploadRoutes } from '#recordings'
import {
  answerLinkRoutes,
  answerNews,
  answerRoutes,
  answerWritingRoutes,
  mineRoutes,
  officeHoursJobs,
  outcomeRoutes,
  questionRoutes,
  questionsDesk,
  queueRoutes,
} from '#office-hours'
import { regularJobs, regularRoutes } from '#regulars'
import { rhythmJobs, rhythmRoutes } from '#rhythms'
import { rsvpFormRoutes } from '#rsvp-forms'
import { attendeeRoutes, calendarRoutes, eventPageRoutes, myRsvpRoutes, rsvpJobs } from '#rsvps'
import { addressRoutes, findVisitor, passkeyRoutes, sessionRoutes, signInJobs, signInLinkRoutes, signInRoutes } from '#sign-in'
import { speakerChoiceRoutes, speakerRoutes, speakersDesk } from '#speakers'
import { suppressionJobs, suppressionRoutes, suppressionsDesk } from '#suppressions'
import { surveyAnswerRoutes, surveyJobs, surveyRoutes } from '#surveys'
import { segmentRoutes, segmentsDesk } from '#segments'
import { seriesDesk, seriesJobs, seriesKind, seriesRoutes, stepRoutes } from '#series'
import { paperRoutes, progressRoutes, stepOrderRoutes, toolkitRoutes, toolkitWritingRoutes } from '#steps'
import { tipHourRoutes, tipNews, toolkitJobs, tipRoutes, tipsDesk, tipWritingRoutes } from '#toolkit'
import { hostRoundRoutes, roundJobs, roundRoutes } from '#rounds'
import { runRoutes, toolJobs, toolRoutes } from '#tools'
import { filingRoutes, topicRoutes, verdictRoutes, verdictsDesk } from '#topics'
import { recordingNews, webinarRoutes, webinarsDesk, webinarWritingRoutes } from '#webinars'
import { dkimJobs } from '#platform/dkim'
import { filesRoutes } from '#platform/files'
import { newKeeper, newLog, newSite, type Environment, type SiteParts } from '#platform/http'
import type { Jobs } from '#platform/jobs'
import { type BulkKinds } from '#platform/mail'
import type { Hono } from 'hono'
import { contributions } from './site-people.ts'

/** What waits for stewards, room by room. */
const desk: DeskNews[] = [
  examplesDesk,
  heldMailDesk,
  nextEventDesk,
  eventsDesk,
  questionsDesk,
  editionsDesk,
  mailDesk,
  tipsDesk,
  verdictsDesk,
  webinarsDesk,
  speakersDesk,
  recordingsDesk,
  peopleDesk,
  listsDesk,
  suppressionsDesk,
  importsDesk,
  exportsDesk,
  segmentsDesk,
  seriesDesk,
  figuresDesk,
  pagesDesk,
  settingsDesk,
  deliverabilityDesk,
]

/** What rooms hand in for the next edition, in the order in which it proposes them. */
const news: NewsSource[] = [tipNews, eventNews, recordingNews, answerNews]

/** Whose editions are mailed, and who knows their readers. */
export const bulkKinds: BulkKinds = { edition: editionKind, digest: digestKind, series: seriesKind }

/** The one list of rooms: their routes, in the order they are asked; `/tips/new` comes before `/tips/:slug`. */
const rooms: Hono<Environment>[] = [
  frontRoutes,
  groundRoutes,
  helpRoutes,
  newsRoutes,
  robotsRoutes,
  deskRoutes(desk),
  signInRoutes,
  passkeyRoutes,
  sessionRoutes,
  addressRoutes,
  signInLinkRoutes,
  peopleRoutes(contributions),
  joinRoutes,
  confirmRoutes,
  embedRoutes,
  preferencesRoutes,
  unsubscribeRoutes,
  listsRoutes,
  listPeopleRoutes,
  personRoutes,
  topicRoutes,
  filingRoutes,
  verdictRoutes,
  suppressionRoutes,
  importRoutes,
  exportRoutes,
  growthRoutes,
  domainRoutes,
  healthFigureRoutes,
  readingRoutes,
  pageRoutes,
  paperRoutes,
  progressRoutes,
  stepOrderRoutes,
  toolkitWritingRoutes,
  toolkitRoutes,
  runRoutes,
  toolRoutes,
  hostRoundRoutes,
  roundRoutes,
  tipWritingRoutes,
  tipHourRoutes,
  tipRoutes,
  speakerChoiceRoutes,
  speakerRoutes,
  webinarWritingRoutes,
  webinarRoutes,
  mediaRoutes,
  transcriptRoutes,
  recordingRoutes,
  uploadRoutes,
  answerWritingRoutes,
  answerLinkRoutes,
  questionRoutes,
  mineRoutes,
  queueRoutes,
  answerRoutes,
  outcomeRoutes,
  regularRoutes,
  rhythmRoutes,
  rsvpFormRoutes,
  eventRoutes,
  eventDeskRoutes,
  eventWordsRoutes,
  interestRoutes,
  academyRoutes,
  eventPageRoutes,
  liveRoutes,
  hostRoutes,
  myRsvpRoutes,
  attendeeRoutes,
  doorRoutes,
  callRoutes,
  checkInRoutes,
  offerRoutes,
  certificateRoutes,
  surveyRoutes,
  surveyAnswerRoutes,
  participantRoutes,
  calendarRoutes,
  beginRoutes(news),
  audienceRoutes,
  composeRoutes(news),
  draftRoutes,
  historyRoutes,
  previewRoutes,
  checklistRoutes,
  approvalRoutes,
  trialRoutes,
  scheduleRoutes,
  sendingRoutes,
  linkRoutes,
  shareRoutes,
  mendingRoutes,
  updateRoutes,
  segmentRoutes,
  seriesRoutes,
  stepRoutes,
  settingsRoutes,
  filesRoutes,
  deliverabilityRoutes({ dns: systemDns(), readTls, dkimOf: signingRecords }),
  heldMailRoutes,
  outboxRoutes(bulkKinds),
  metricsRoutes,
]

/** A page of ours as a stranger gets it, without the network between. */
const askInside: AskInside = async (db, config, path, now) => {
  const site = newCommunitySite({ db, config, log: newLog({ ...config, logLevel: 'silent' }), keeper: newKeeper(), now: () => now })
  return (await site.request(config.baseUrl + path)).status
}

/** What runs later or by the clock. */
export const jobs: Jobs = {
  ...linkJobs(askInside),
  ...peopleJobs,
  ...signInJobs,
  ...mailingJobs,
  ...suppressionJobs,
  ...importJobs,
  ...recordingJobs,
  ...editionJobs,
  ...seriesJobs,
  ...digestJobs,
  ...eventJobs,
  ...officeHoursJobs,
  ...rhythmJobs,
  ...regularJobs,
  ...surveyJobs,
  ...participantJobs,
  ...rsvpJobs,
  ...toolJobs,
  ...toolkitJobs,
  ...roundJobs,
  ...dkimJobs,
}

export const newCommunitySite = (parts: Omit<SiteParts, 'rooms' | 'uploads' | 'findNetwork' | 'findVisitor'>) =>
  newSite({ ...parts, early: [healthRoutes], rooms, uploads: { ...importUploads, ...recordingUploads }, findVisitor, findNetwork })

async function findNetwork(db: SiteParts['db']) {
  const network = await findRootNetwork(db)
  if (!network) throw new Error('There is no network yet: the first start creates it.')
  return network
}
