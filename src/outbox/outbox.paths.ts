const under = (id: string) => `/outbox/${id}`

export const paths = {
  outbox: '/outbox',
  list({ state, before }: { state: string | null; before?: string | null }) {
    const query = new URLSearchParams(Object.entries({ state, before }).flatMap(([name, value]) => (value ? [[name, value]] : [])))
    return query.size ? `/outbox?${query.toString()}` : '/outbox'
  },
  heldMail: '/admin/held-mail',
  release: '/admin/held-mail/release',
  quiet: '/admin/held-mail/quiet',
  mail: under,
  html: (id: string) => `${under(id)}/html`,
  file: (id: string, place: number) => `${under(id)}/files/${place}`,
  retry: (id: string) => `${under(id)}/retry`,
}
