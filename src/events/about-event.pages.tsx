import type { ComponentChildren } from 'preact'
import { In, Layout, PageTitle } from '#platform/html'
import type { EventBrief } from './event.data.ts'
import { eventPaths } from './events.paths.ts'

export type AboutEventPageProps = {
  event: Pick<EventBrief, 'slug' | 'title' | 'language'>
  title: string
  /** Where the line above the title leads: the event's page, unless another is named. */
  back?: string | undefined
  wide?: boolean | undefined
  children: ComponentChildren
}

/** A page about one event that is not for everybody: the event's name above its title leads back. */
export const AboutEventPage = ({ event, title, back = eventPaths.event(event.slug), wide, children }: AboutEventPageProps) => (
  <Layout title={title} wide={wide} hidden>
    <PageTitle
      above={
        <a href={back}>
          <In language={event.language}>{event.title}</In>
        </a>
      }
    >
      {title}
    </PageTitle>
    {children}
  </Layout>
)
