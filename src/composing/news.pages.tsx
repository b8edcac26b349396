import { Checkbox, Fieldset, fieldsOf, useWords, type FormState } from '#platform/html'
import { fieldOf, type News } from './news.rules.ts'

/** What is new, each with its box: ticked unless the writer unticked it. */
export function NewsChoice({ news, form, label }: { news: News; form: FormState; label: string }) {
  const t = useWords()
  const some = news.filter(({ items }) => items.length > 0)
  return (
    <Fieldset name="news" label={label} hint={t('Each becomes a block that you can move, change or remove.')}>
      {some.map(({ name, items }) => (
        <div key={name} class="news-kind">
          <p class="above">{t(name)}</p>
          {items.map((item) => (
            <Checkbox key={item.key} {...fieldsOf(form)(fieldOf(item))} label={item.title} />
          ))}
        </div>
      ))}
      {some.length === 0 && <p>{t('Nothing yet. You can still write one.')}</p>}
    </Fieldset>
  )
}
