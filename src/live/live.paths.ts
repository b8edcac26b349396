import { eventPaths } from '#events'

export const paths = {
  event: eventPaths.event,
  live: eventPaths.live,
  stream: (slug: string) => `${eventPaths.live(slug)}/stream`,
  host: (slug: string) => `${eventPaths.live(slug)}/host`,
  hostStream: (slug: string) => `${eventPaths.live(slug)}/host/stream`,
  items: (slug: string) => `${eventPaths.live(slug)}/items`,
  item: (slug: string, id: string) => `${eventPaths.live(slug)}/items/${id}`,
  notes: (slug: string, id: string) => `${eventPaths.live(slug)}/items/${id}/notes`,
  challenges: (slug: string) => `${eventPaths.live(slug)}/challenges`,
  turn: (slug: string) => `${eventPaths.live(slug)}/turn`,
}
