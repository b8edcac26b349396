const list = (slug: string) => `/admin/lists/${slug}`

/** Addresses of this room: all for stewards. */
export const paths = {
  lists: '/admin/lists',
  newList: '/admin/lists/new',
  edit: (slug: string) => `${list(slug)}/edit`,
  place: (slug: string) => `${list(slug)}/place`,
  closure: (slug: string) => `${list(slug)}/closure`,
  reopening: (slug: string) => `${list(slug)}/reopening`,
  people: (slug: string) => `${list(slug)}/people`,
  newPerson: (slug: string) => `${list(slug)}/people/new`,
  removal: (slug: string, personId: string) => `${list(slug)}/people/${personId}/removal`,
  invitations: (slug: string) => `${list(slug)}/invitations`,
  consents: (personId: string) => `/admin/people/${personId}/consents`,
}
