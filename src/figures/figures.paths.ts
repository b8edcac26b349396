/** Addresses of this room, all for stewards; `.csv` gives the table of a page. */
export const paths = {
  growth: '/admin/figures',
  reading: '/admin/figures/reading',
  health: '/admin/figures/health',
  domains: '/admin/figures/domains',
}

export const sheets = {
  growth: '/admin/figures/growth.csv',
  sources: '/admin/figures/sources.csv',
  leaving: '/admin/figures/leaving.csv',
  reading: '/admin/figures/reading.csv',
  opened: '/admin/figures/opened.csv',
  health: '/admin/figures/health.csv',
  domains: '/admin/figures/domains.csv',
}
