import type { ComponentChildren } from 'preact'

export type Fact = { name: string; value: ComponentChildren }

/** When, where, who: names above their values. Facts without a value are left out. */
export const Facts = ({ facts }: { facts: (Fact | null | false | undefined)[] }) => (
  <dl class="facts">
    {facts
      .filter((fact) => fact !== null && fact !== false && fact !== undefined)
      .map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

/** Honest figures in one line: "31 states · 212 partnerships". */
export const Figures = ({ figures }: { figures: { number: string; words: string }[] }) => (
  <ul class="figures">
    {figures.map(({ number, words }) => (
      <li key={words}>
        <b>{number}</b> {words}
      </li>
    ))}
  </ul>
)
