/** Addresses of this room, all for stewards. */
export const paths = {
  list: '/admin/suppressions',
  new: '/admin/suppressions/new',
  blocked: '/admin/suppressions/blocked',
  suppression: (id: string) => `/admin/suppressions/${id}`,
  end: (id: string) => `/admin/suppressions/${id}/end`,
}
