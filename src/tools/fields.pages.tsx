import { Checkbox, Choices, Field, Fieldset, Heading, Select, TextArea, usePage, useWords, type FormState } from '#platform/html'
import { choicesOf } from './reading.rules.ts'
import type { Item, Section, ToolDefinition } from './tool.definition.ts'
import { inWords } from './tool.words.ts'
import { choiceFieldOf, fieldOf } from './typed.rules.ts'

/** All that a tool asks. What is asked only under a condition is folded away by the browser's own script; without it, all stands there. */
export const ToolFields = ({ tool, form }: { tool: ToolDefinition; form: FormState }) => (
  <>
    {tool.sections.map((section) => (
      <SectionFields key={section.key} {...{ tool, section, form }} />
    ))}
  </>
)

function SectionFields({ tool, section, form }: { tool: ToolDefinition; section: Section; form: FormState }) {
  const { language } = usePage()
  return (
    <section class="tool-section" data-section={section.key}>
      <Heading>{inWords(section.title, language)}</Heading>
      {section.lead && <p>{inWords(section.lead, language)}</p>}
      {section.items.map((item) => (
        <div key={item.key} class={`tool-item ${item.kind}`} data-item={item.key}>
          <ItemField {...{ tool, item, form }} />
        </div>
      ))}
    </section>
  )
}

type ItemProps<Kind extends Item = Item> = { tool: ToolDefinition; item: Kind; form: FormState }

function ItemField({ tool, item, form }: ItemProps) {
  const { language } = usePage()
  if (item.kind === 'rank') return <Ranking {...{ tool, item, form }} />
  if (item.kind === 'pick' && item.several) return <Several {...{ tool, item, form }} />
  const common = {
    name: fieldOf(item.key),
    value: form.values[fieldOf(item.key)],
    error: form.errors[fieldOf(item.key)],
    label: inWords(item.words, language),
    hint: item.hint && inWords(item.hint, language),
  }
  if (item.kind === 'scale' || item.kind === 'pick') return <Choices {...common} options={optionsOf(tool, item, language)} />
  return <WrittenField kind={item.kind} {...common} />
}

type WrittenProps = Parameters<typeof TextArea>[0] & { kind: 'number' | 'date' | 'line' | 'text' | 'people' }

function WrittenField({ kind, ...common }: WrittenProps) {
  switch (kind) {
    case 'number':
      return <Field {...common} inputmode="numeric" width="short" maxLength={24} />
    case 'date':
      return <Field {...common} type="date" width="medium" />
    case 'line':
      return <Field {...common} maxLength={300} />
    case 'text':
      return <TextArea {...common} rows={4} maxLength={4000} />
    case 'people':
      return <People {...common} />
  }
}

const optionsOf = (tool: ToolDefinition, item: Item, language: 'en' | 'es') =>
  choicesOf(tool, item).map(({ key, words }) => ({ value: key, words: inWords(words, language) }))

function Several({ item, form }: ItemProps<Extract<Item, { kind: 'pick' }>>) {
  const { language } = usePage()
  return (
    <Fieldset name={fieldOf(item.key)} label={inWords(item.words, language)} hint={item.hint && inWords(item.hint, language)}>
      {item.choices.map(({ key, words }) => (
        <Checkbox
          key={key}
          name={choiceFieldOf(item.key, key)}
          value={form.values[choiceFieldOf(item.key, key)]}
          label={inWords(words, language)}
        />
      ))}
    </Fieldset>
  )
}

/** Put in order by choosing places: nothing needs to be dragged. */
function Ranking({ item, form }: ItemProps<Extract<Item, { kind: 'rank' }>>) {
  const t = useWords()
  const { language } = usePage()
  const places = item.choices.map((_, at) => ({ value: String(at + 1), words: String(at + 1) }))
  return (
    <Fieldset
      name={fieldOf(item.key)}
      label={inWords(item.words, language)}
      hint={item.hint ? inWords(item.hint, language) : t('Give the most important one 1.')}
    >
      {item.choices.map(({ key, words }) => (
        <Select
          key={key}
          name={choiceFieldOf(item.key, key)}
          value={form.values[choiceFieldOf(item.key, key)]}
          label={inWords(words, language)}
          options={places}
          empty=""
        />
      ))}
    </Fieldset>
  )
}

function People({ hint, ...common }: Parameters<typeof TextArea>[0]) {
  const t = useWords()
  return <TextArea {...common} hint={hint ?? t('One on each line: name, organization.')} rows={3} maxLength={8000} />
}
