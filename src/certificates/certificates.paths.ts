import { eventPaths } from '#events'

export const paths = {
  certificate: (code: string) => `/certificates/${code}`,
  file: (code: string) => `/certificates/${code}/certificate.pdf`,
  offer: eventPaths.certificates,
  withdrawal: (slug: string, code: string) => `${eventPaths.certificates(slug)}/${code}/withdrawal`,
}
