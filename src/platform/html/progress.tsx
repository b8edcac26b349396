import { usePage, useWords } from './page-context.ts'

/** How far long work has come, drawn and in words. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  const t = useWords()
  const { language } = usePage()
  const figure = (number: number) => number.toLocaleString(`${language}-US`)
  const words = t('{{done}} of {{total}}', { done: figure(done), total: figure(total) })
  return (
    <div class="progress">
      <span class="progress-label">{label}</span>
      <progress value={done} max={Math.max(total, 1)} aria-label={label}>
        {words}
      </progress>
      <span class="progress-words">{words}</span>
    </div>
  )
}
