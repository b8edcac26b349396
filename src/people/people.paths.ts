export const paths = {
  me: '/me',
  profile: '/me/profile',
  data: '/me/data',
  dataFile: '/me/data.json',
  leaving: '/me/leaving',
  goodbye: '/goodbye',
  people: '/admin/people',
  examplesRemoval: '/admin/examples/removal',
  person: (id: string) => `/admin/people/${id}`,
  role: (id: string) => `/admin/people/${id}/role`,
}
