import { eventPaths } from '#events'

export const paths = {
  event: eventPaths.event,
  attendees: eventPaths.attendees,
  reports: eventPaths.participantReports,
  report: (slug: string, id: string) => `${eventPaths.participantReports(slug)}/${id}`,
  taking: (slug: string, id: string) => `${eventPaths.participantReports(slug)}/${id}/taking`,
  removal: (slug: string, id: string) => `${eventPaths.participantReports(slug)}/${id}/removal`,
}
