const root = '/tools'

export const paths = {
  tools: root,
  tool: (slug: string) => `${root}/${slug}`,
  /** Once more, for whoever did it before. */
  again: (slug: string, token: string) => `${root}/${slug}?after=${token}`,
  /** A group answers it together: pages of #rounds. */
  together: (slug: string) => `${root}/${slug}/rounds/new`,
  join: '/rounds',
  definition: (slug: string) => `${root}/${slug}/tool.json`,
  draft: (token: string) => `${root}/drafts/${token}`,
  result: (token: string) => `${root}/results/${token}`,
  table: (token: string) => `${root}/results/${token}/result.csv`,
  print: (token: string) => `${root}/results/${token}/result.pdf`,
  calendar: (token: string) => `${root}/results/${token}/to-do.ics`,
  mail: (token: string) => `${root}/results/${token}/mail`,
  comparison: (token: string) => `${root}/results/${token}/comparison`,
  removal: (token: string) => `${root}/results/${token}/removal`,
}

const rooms: Record<string, string> = {
  step: '/toolkit/',
  tip: '/tips/',
  tool: `${root}/`,
  recording: '/webinars/',
  answer: '/office-hours/answers/',
}

/** Where a link of a tool leads: `step:launch` to the step's page. */
export function pathOf(link: string): string {
  const [kind = '', slug = ''] = link.split(':')
  return `${rooms[kind] ?? '/'}${slug}`
}

/** Where a challenge is brought, with what is known of it filled in. */
export const askPath = (happened: string) => `/office-hours/questions/new?${new URLSearchParams({ happened })}`
