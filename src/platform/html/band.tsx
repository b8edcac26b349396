import type { ComponentChildren } from 'preact'

/** Two halves between rules, side by side while there is room: what it is, and what to do about it. */
export const Band = ({ start, end }: { start: ComponentChildren; end: ComponentChildren }) => (
  <section class="feature band">
    <div>{start}</div>
    <div class="feature-text">{end}</div>
  </section>
)
