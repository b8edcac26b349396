import type { ComponentChildren } from 'preact'

/** The one h1 of a page. `above` is the quiet line over it: a kind, a way back. */
export const PageTitle = ({ children, above }: { children: ComponentChildren; above?: ComponentChildren }) => (
  <header class="page-title">
    {above && <p class="above">{above}</p>}
    <h1>{children}</h1>
  </header>
)

/** Opens a section of a page. `more` stands at the end of its line: the link to all of it. */
export function Heading({
  children,
  level = 2,
  id,
  more,
}: {
  children: ComponentChildren
  level?: 2 | 3
  id?: string
  more?: ComponentChildren
}) {
  const Title = `h${level}` as const
  return more ? (
    <div class="heading">
      <Title id={id}>{children}</Title>
      <span class="more">{more}</span>
    </div>
  ) : (
    <Title id={id}>{children}</Title>
  )
}

/** The first sentence of a page, larger than the rest. */
export const Lede = ({ children }: { children: ComponentChildren }) => <p class="lede">{children}</p>

/** Acts of a page or an entry, side by side while there is room. */
export const Acts = ({ children }: { children: ComponentChildren }) => <div class="acts">{children}</div>
