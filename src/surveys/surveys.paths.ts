import { eventPaths } from '#events'

export const paths = {
  answer: (token: string) => `/surveys/${token}`,
  survey: eventPaths.survey,
  file: (slug: string) => `/events/${slug}/survey.csv`,
}
