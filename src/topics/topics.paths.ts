/** Addresses of this room: all for stewards. */
export const paths = {
  topics: '/admin/topics',
  topic: (id: string) => `/admin/topics/${id}`,
  removal: (id: string) => `/admin/topics/${id}/removal`,
}
