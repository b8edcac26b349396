/**
 * Office hours: challenges that people bring, the queue in which they are heard, and the answers that stay, with whether they helped.
 * Owns the tables `question`, `question_message`, `question_thread`, `me_too`, `answer`, `answer_text`, `answer_link`, `answer_outcome`.
 */
export type { OfficeHoursTables } from './office-hours.tables.ts'
export { questionRoutes } from './question.routes.tsx'
export { mineRoutes } from './mine.routes.tsx'
export { queueRoutes } from './queue.routes.tsx'
export { answerRoutes } from './answer.routes.tsx'
export { answerWritingRoutes } from './answer-writing.routes.tsx'
export { answerLinkRoutes } from './answer-link.routes.tsx'
export { outcomeRoutes } from './outcome.routes.tsx'
export { officeHoursJobs } from './office-hours.jobs.ts'
export { bringWithRsvp } from './rsvp-question.actions.ts'
export { challengePath } from './office-hours.links.ts'
export { questionReply } from './question.received.ts'
export { questionMailbox } from './thread.ts'
export { myQuestionsSection, questionData, questionsDesk } from './office-hours.contributions.tsx'
export { answerNews } from './answer.news.ts'
export { seedAnswers } from './answer.seed.ts'
