import type { Language } from '#platform/text'

export const paths = {
  all: '/admin/series',
  series: (id: string) => `/admin/series/${id}`,
  steps: (id: string) => `/admin/series/${id}/steps`,
  step: (id: string, step: string, language?: Language) => `/admin/series/${id}/steps/${step}${language ? `?language=${language}` : ''}`,
  test: (id: string, step: string) => `/admin/series/${id}/steps/${step}/test`,
  stepRemoval: (id: string, step: string) => `/admin/series/${id}/steps/${step}/removal`,
  switch: (id: string) => `/admin/series/${id}/switch`,
  removal: (id: string) => `/admin/series/${id}/removal`,
}
