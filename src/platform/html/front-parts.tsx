import type { ComponentChildren } from 'preact'

/** The first screen of the front page: who we are in one sentence, and how to come in. */
export const Opening = ({
  title,
  sentence,
  acts,
}: {
  title: ComponentChildren
  sentence?: ComponentChildren
  acts?: ComponentChildren
}) => (
  <header class={typeof title === 'string' && title.length > 80 ? 'opening long' : 'opening'}>
    <h1>{title}</h1>
    <div>
      {sentence && <p class="lede">{sentence}</p>}
      {acts && <div class="acts">{acts}</div>}
    </div>
  </header>
)

export type FeatureProps = {
  /** The quiet line over it: "Next gathering". */
  label: ComponentChildren
  /** `<EventDate size="large" … />` */
  date?: ComponentChildren
  title: ComponentChildren
  href: string
  children?: ComponentChildren
}

/** The one thing a page puts forward, large: the next gathering, its date, what to do about it. */
export const Feature = ({ label, date, title, href, children }: FeatureProps) => (
  <section class="feature">
    <div>
      <p class="label">{label}</p>
      {date}
    </div>
    <div class="feature-text">
      <h2>
        <a href={href}>{title}</a>
      </h2>
      {children}
    </div>
  </section>
)

/** Sections side by side while there is room, each a `<section>` with its heading. */
export const Spread = ({ children }: { children: ComponentChildren }) => <div class="spread">{children}</div>
