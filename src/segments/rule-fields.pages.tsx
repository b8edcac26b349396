import { Button, Checkbox, Field, Fieldset, Select, useWords } from '#platform/html'
import { deepest, type Group, type Join, type Part, type Rule } from './definition.rules.ts'
import { ruleKindNames, ruleKinds, type RuleField, type Speaker } from './rule-kinds.rules.ts'

type Placed = { speaker: Speaker; depth: number }

/** A group of rules: how they go together, each of them, and the buttons that add to it. All of it works without script. */
export function GroupFields({ group, speaker, depth }: Placed & { group: Group }) {
  const t = useWords()
  const { id } = group
  const words: Record<Join, string> = {
    all: t('All of these are true'),
    any: t('At least one of these is true'),
    none: t('None of these is true'),
  }
  return (
    <>
      <Select
        name={`${id}-join`}
        label={depth === 1 ? t('People of whom') : t('Of this group')}
        value={group.join}
        options={Object.entries(words).map(([value, said]) => ({ value, words: said }))}
      />
      {group.parts.length > 0 && (
        <ol class="blocks">
          {group.parts.map((part, place) => (
            <PartRow key={part.id} part={part} into={id} place={place} speaker={speaker} depth={depth} />
          ))}
        </ol>
      )}
      <AddButtons id={id} speaker={speaker} depth={depth} />
    </>
  )
}

function PartRow({ part, into, place, speaker, depth }: Placed & { part: Part; into: string; place: number }) {
  const t = useWords()
  const { id, kind } = part
  const name = `${place + 1}. ${kind === 'group' ? t('Group') : t(ruleKinds[kind].label)}`
  return (
    <li class="block" id={`part-${id}`}>
      <fieldset>
        <legend>{name}</legend>
        <input type="hidden" name={`${id}-kind`} value={kind} />
        <input type="hidden" name={`${id}-in`} value={into} />
        {part.kind === 'group' ? (
          <GroupFields group={part} speaker={speaker} depth={depth + 1} />
        ) : (
          <RuleFields rule={part} speaker={speaker} />
        )}
        <div class="acts block-acts">
          <Button kind="quiet" name="act" value={`remove:${id}`}>
            {t('Remove')}
            <span class="heard"> {name}</span>
          </Button>
        </div>
      </fieldset>
    </li>
  )
}

function RuleFields({ rule, speaker }: { rule: Rule; speaker: Speaker }) {
  const t = useWords()
  const values = rule as unknown as Record<string, string | string[]>
  return (
    <>
      {ruleKinds[rule.kind].fields.map((field) => (
        <RuleInput key={field.name} name={`${rule.id}-${field.name}`} field={field} value={values[field.name] ?? ''} speaker={speaker} />
      ))}
      <Select
        name={`${rule.id}-not`}
        label={t('Look for people of whom this is')}
        value={rule.not ? 'yes' : ''}
        empty={t('true')}
        options={[{ value: 'yes', words: t('not true') }]}
      />
    </>
  )
}

type RuleInputProps = { name: string; field: RuleField; value: string | string[]; speaker: Speaker }

function RuleInput({ name, field, value, speaker }: RuleInputProps) {
  const t = useWords()
  if (field.type === 'day') return <Field name={name} label={t(field.label)} type="date" width="medium" value={String(value)} />
  const options = field.options(speaker)
  if (field.type === 'one') {
    const isChosen = options.some((option) => option.value === value)
    return (
      <Select name={name} label={t(field.label)} value={String(value)} options={options} empty={isChosen ? undefined : t('Choose one')} />
    )
  }
  const isTicked = ({ value: one }: { value: string }) => value.includes(one)
  const ticks = (field.type === 'many' ? options.filter(isTicked) : options).map((option) => (
    <Checkbox key={option.value} name={`${name}-${option.value}`} label={option.words} value={isTicked(option) ? 'yes' : ''} />
  ))
  if (field.type === 'few')
    return (
      <Fieldset name={name} label={t(field.label)}>
        {ticks}
      </Fieldset>
    )
  return (
    <>
      {ticks.length > 0 && (
        <Fieldset name={`${name}-chosen`} label={t('Chosen')}>
          {ticks}
        </Fieldset>
      )}
      <Select name={name} label={t(field.label)} empty={t('Choose one more')} options={options.filter((option) => !isTicked(option))} />
    </>
  )
}

function AddButtons({ id, speaker, depth }: Placed & { id: string }) {
  const { t } = speaker
  const options = ruleKindNames.map((kind) => ({ value: kind, words: t(ruleKinds[kind].label) }))
  return (
    <div class="add-rule">
      <Select name={`${id}-new`} label={depth === 1 ? t('Add a rule about') : t('Add a rule to this group about')} options={options} />
      <div class="acts">
        <Button kind="quiet" name="act" value={`add:${id}`}>
          {t('Add the rule')}
        </Button>
        {depth < deepest && (
          <Button kind="quiet" name="act" value={`group:${id}`}>
            {t('Add a group')}
          </Button>
        )}
      </div>
    </div>
  )
}
