/**
 * Surveys: what people are asked a day after a gathering, those who came and those who could not; what they said, together and unnamed.
 * Who was there is kept by #attendance, who had a seat by #seats.
 * Owns the tables `survey`, `rhythm_survey`, `survey_ask`, `survey_answer`.
 */
export type { SurveysTables } from './surveys.tables.ts'
export { surveyAnswerRoutes } from './survey-answer.routes.tsx'
export { surveyRoutes } from './survey.routes.tsx'
export { surveyJobs } from './surveys.jobs.ts'
export { surveyData } from './contributions.ts'
