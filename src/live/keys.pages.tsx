import type { HTMLAttributes } from 'preact'
import { Checkbox, Heading, useWords } from '#platform/html'
import { paths } from './live.paths.ts'

/** The keys that lead a call, to be seen and to be turned off (WCAG 2.1.4). Hidden where no script hears them. */
export function Keys({ slug }: { slug: string }) {
  const t = useWords()
  const keys = [
    { key: 'n', words: t('Next question'), target: `form[action="${paths.turn(slug)}"] button` },
    { key: 'k', words: t('Write notes'), target: '[name=notes]' },
    { key: 'a', words: t('Add a question'), target: '[name=question]' },
    { key: 'b', words: t('Bring in the challenges that wait'), target: `form[action="${paths.challenges(slug)}"] button` },
  ]
  return (
    <live-keys hidden>
      <section aria-labelledby="keys">
        <Heading id="keys">{t('Keys')}</Heading>
        <ul class="live-keys">
          {keys.map(({ key, words, target }) => (
            <li key={key} data-key={key} data-target={target}>
              <kbd>{key}</kbd> {words}
            </li>
          ))}
        </ul>
        <Checkbox name="keys" label={t('Use these keys')} hint={t('They do nothing while you write.')} />
      </section>
    </live-keys>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'live-keys': HTMLAttributes<HTMLElement>
    }
  }
}
