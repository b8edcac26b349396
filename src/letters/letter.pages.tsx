import type { ComponentChildren, VNode } from 'preact'
import { Entry, EntryList, EventDate, Heading, In, LinkButton, Prose, usePage } from '#platform/html'
import { fillGeneral } from './fill.rules.ts'
import { frameWords } from './frame.rules.ts'
import { spanOf } from './letter-when.rules.ts'
import type { Letter, LetterEntry, LetterEvent, Piece } from './letter.rules.ts'

/** An edition as a web page shows it. Whoever reads it here has no name: "Hello colleague". */
export function LetterArticle({ letter }: { letter: Letter }) {
  return (
    <div class="letter">
      {letter.pieces.map((piece) => (
        <PieceView key={piece.block} piece={piece} />
      ))}
    </div>
  )
}

type Views = { [Type in Piece['type']]: (props: { piece: Extract<Piece, { type: Type }> }) => VNode }

const views: Views = {
  words: WordsView,
  events: ({ piece }) => (
    <Section
      title={useFrameWords().events}
      entries={piece.events.map((event) => (
        <EventView key={event.path} event={event} />
      ))}
    />
  ),
  tips: ({ piece }) => (
    <Section
      title={useFrameWords().tips}
      entries={piece.tips.map((tip) => (
        <EntryView key={tip.path} entry={tip} />
      ))}
    />
  ),
  recording: RecordingView,
  picture: PictureView,
  button: ButtonView,
  personal: PersonalView,
}

const PieceView = <Type extends Piece['type']>({ piece }: { piece: Extract<Piece, { type: Type }> }) => views[piece.type]({ piece })

function useFrameWords() {
  const { language } = usePage()
  return frameWords({ language, list: '' })
}

function WordsView({ piece }: { piece: Extract<Piece, { type: 'words' }> }) {
  const { language } = usePage()
  return (
    <div lang={piece.language === language ? undefined : piece.language}>
      <Prose html={fillGeneral(piece.html, language)} />
    </div>
  )
}

function RecordingView({ piece: { recording } }: { piece: Extract<Piece, { type: 'recording' }> }) {
  const words = useFrameWords()
  const facts = [recording.speakers, recording.minutes ? words.minutes(recording.minutes) : null]
  return <Section title={words.recording} entries={[<EntryView key="recording" entry={recording} facts={facts} />]} />
}

/** On the web nobody is known: there stand the writer's words for everybody. */
function PersonalView({ piece: { otherwise, language } }: { piece: Extract<Piece, { type: 'personal' }> }) {
  if (!otherwise) return <></>
  return (
    <p>
      <In language={language}>{otherwise}</In>
    </p>
  )
}

function ButtonView({ piece: { href, label, language } }: { piece: Extract<Piece, { type: 'button' }> }) {
  const page = usePage()
  return (
    <p class="acts">
      <LinkButton href={href}>
        <In language={language}>{fillGeneral(label, page.language)}</In>
      </LinkButton>
    </p>
  )
}

const Section = ({ title, entries }: { title: string; entries: ComponentChildren[] }) => (
  <section>
    <Heading>{title}</Heading>
    <EntryList>{entries}</EntryList>
  </section>
)

const EntryView = ({ entry, facts = [] }: { entry: LetterEntry; facts?: (string | null)[] }) => (
  <Entry
    href={entry.path}
    title={<In language={entry.language}>{entry.title}</In>}
    line={entry.summary && <In language={entry.language}>{entry.summary}</In>}
    facts={facts}
  />
)

const EventView = ({ event }: { event: LetterEvent }) => (
  <Entry
    href={event.path}
    title={<In language={event.language}>{event.title}</In>}
    line={event.summary && <In language={event.language}>{event.summary}</In>}
    date={<EventDate {...spanOf(event)} size="entry" />}
  />
)

function PictureView({ piece: picture }: { piece: Extract<Piece, { type: 'picture' }> }) {
  const { language } = usePage()
  const { path, width, height, alt, href } = picture
  const image = (
    <img src={path} alt={alt} width={width} height={height} lang={picture.language === language ? undefined : picture.language} />
  )
  return <p>{href ? <a href={href}>{image}</a> : image}</p>
}
