export const paths = {
  segments: '/admin/segments',
  segment: (id: string) => `/admin/segments/${id}`,
  count: (id: string) => `/admin/segments/${id}/count`,
  copy: (id: string) => `/admin/segments/${id}/copy`,
  removal: (id: string) => `/admin/segments/${id}/removal`,
}
