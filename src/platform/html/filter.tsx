import type { ComponentChildren } from 'preact'

export type FilterLink = { href: string; words: ComponentChildren; current: boolean }

/** Narrows a list: one link for each part of it, and one for all. */
export const Filter = ({ label, links }: { label: string; links: FilterLink[] }) => (
  <nav class="filter" aria-label={label}>
    <ul>
      {links.map(({ href, words, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
