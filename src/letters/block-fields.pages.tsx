import { Button, Checkbox, Field, fieldsOf, Select, useWords, WritingArea, type FormState } from '#platform/html'
import type { BlockType } from './block.rules.ts'
import { PersonalFields } from './personal-fields.pages.tsx'

/** A block on the writing page. */
export type Row = { id: string; type: BlockType; picture: { path: string; width: number; height: number } | null }

export type BlockRowProps = {
  row: Row
  /** Counted from 0, and how many there are. */
  place: number
  places: number
  form: FormState
  recordings: { slug: string; title: string }[]
  /** What tips and events that were chosen one by one are called, by their addresses. */
  titles: Record<string, string>
}

/** One block: what it is, its fields, and the buttons that move it. All of it works without script. */
export function BlockRow({ row, place, places, form, recordings, titles }: BlockRowProps) {
  const { id, type } = row
  const name = useBlockNames()[type]
  return (
    <li class="block" id={`block-${id}`} data-block={id}>
      <fieldset>
        <legend>
          {place + 1}. {name}
        </legend>
        <input type="hidden" name={`${id}-type`} value={type} />
        <BlockFields {...{ row, form, recordings, titles }} />
        <MoveButtons id={id} name={`${place + 1}. ${name}`} isFirst={place === 0} isLast={place === places - 1} />
      </fieldset>
    </li>
  )
}

export function useBlockNames(): Record<BlockType, string> {
  const t = useWords()
  return {
    words: t('Words'),
    events: t('Coming events'),
    tips: t('Newest tips'),
    recording: t('A recording'),
    picture: t('A picture'),
    button: t('A button'),
    personal: t('For each reader'),
  }
}

function MoveButtons({ id, name, isFirst, isLast }: { id: string; name: string; isFirst: boolean; isLast: boolean }) {
  const t = useWords()
  const act = (verb: string, words: string) => (
    <Button kind="quiet" name="act" value={`${verb}:${id}`}>
      {words}
      <span class="heard"> {name}</span>
    </Button>
  )
  return (
    <div class="acts block-acts">
      {!isFirst && act('up', t('Move up'))}
      {!isLast && act('down', t('Move down'))}
      {act('remove', t('Remove'))}
    </div>
  )
}

function BlockFields({ row, form, recordings, titles }: Pick<BlockRowProps, 'row' | 'form' | 'recordings' | 'titles'>) {
  const t = useWords()
  const field = (name: string) => fieldsOf(form)(`${row.id}-${name}`)
  switch (row.type) {
    case 'words':
      return (
        <WritingArea
          {...field('text')}
          label={t('Text')}
          rows={8}
          hint={t('{{name}} becomes the first name of each reader, or the words after the bar where it is not known.', {
            name: '{{firstName|friend}}',
          })}
        />
      )
    case 'events':
      return <Listing count={field('count')} only={field('only')} titles={titles} label={t('How many events, the nearest first')} />
    case 'tips':
      return <Listing count={field('count')} only={field('only')} titles={titles} label={t('How many tips, the newest first')} />
    case 'recording':
      return (
        <Select
          {...field('webinar')}
          label={t('Which recording')}
          empty={t('Choose one')}
          options={recordings.map(({ slug, title }) => ({ value: slug, words: title }))}
        />
      )
    case 'picture':
      return <PictureFields row={row} form={form} />
    case 'personal':
      return <PersonalFields id={row.id} form={form} />
    case 'button':
      return <ButtonFields row={row} form={form} />
  }
}

type ListField = { name: string; value: string | undefined; error: string | undefined }
type ListingProps = { count: ListField; only: ListField; titles: Record<string, string>; label: string }

/** Those that were chosen from what is new; or, once that is unticked, as many as asked for. */
function Listing({ count, only, titles, label }: ListingProps) {
  const t = useWords()
  const names = (only.value ?? '').split(',').map((slug) => titles[slug] ?? slug)
  return (
    <>
      {only.value && <Checkbox {...only} ticked={only.value} label={t('Only these')} hint={names.join(' · ')} />}
      <CountSelect {...count} label={only.value ? t('How many, when “Only these” is not ticked') : label} />
    </>
  )
}

const CountSelect = ({
  name,
  label,
  value,
  error,
}: {
  name: string
  label: string
  value: string | undefined
  error: string | undefined
}) => (
  <Select
    name={name}
    label={label}
    error={error}
    value={value}
    options={Array.from({ length: 10 }, (_, at) => ({ value: `${at + 1}`, words: `${at + 1}` }))}
  />
)

function ButtonFields({ row, form }: Pick<BlockRowProps, 'row' | 'form'>) {
  const t = useWords()
  const field = (name: string) => fieldsOf(form)(`${row.id}-${name}`)
  return (
    <>
      <Field {...field('label')} label={t('Words on the button')} hint={t('A verb first: “RSVP for the next call”.')} maxLength={80} />
      <Field
        {...field('href')}
        label={t('Where it leads')}
        hint={t('An address that begins with https://, or a page of this site such as /events.')}
        inputmode="url"
      />
    </>
  )
}

function PictureFields({ row, form }: Pick<BlockRowProps, 'row' | 'form'>) {
  const t = useWords()
  const { id, picture } = row
  const field = (name: string) => fieldsOf(form)(`${id}-${name}`)
  return (
    <>
      {picture && (
        <>
          <img class="chosen" src={picture.path} alt={form.values[`${id}-alt`] ?? ''} width={picture.width} height={picture.height} />
          {(['path', 'width', 'height'] as const).map((part) => (
            <input key={part} type="hidden" name={`${id}-${part}`} value={picture[part]} />
          ))}
        </>
      )}
      <Field
        {...field('file')}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        label={picture ? t('Another picture') : t('Picture')}
        hint={t('PNG, JPEG or WebP, at most 10 megabytes. Where and with what it was taken is removed.')}
        value=""
      />
      <Field
        {...field('alt')}
        label={t('What it shows')}
        hint={t('One sentence for people who cannot see it, or have pictures off.')}
        required
        maxLength={500}
      />
      <Field {...field('href')} label={t('Where it leads')} optional inputmode="url" />
    </>
  )
}
