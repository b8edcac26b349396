import { eventPaths } from '#events'

export const paths = {
  form: eventPaths.form,
  question: (slug: string, id: string) => `/events/${slug}/form/${id}`,
  place: (slug: string, id: string) => `/events/${slug}/form/${id}/place`,
  removal: (slug: string, id: string) => `/events/${slug}/form/${id}/removal`,
  returning: (slug: string, id: string) => `/events/${slug}/form/${id}/return`,
}
