import type { ComponentChildren } from 'preact'
import { LivePart } from '#live'
import {
  Acts,
  Button,
  Choices,
  Field,
  fieldsOf,
  Form,
  Heading,
  Layout,
  Lede,
  Notice,
  PageTitle,
  usePage,
  useWords,
  type FormState,
} from '#platform/html'
import { inWords, ToolFields, toolPaths, type Tool } from '#tools'
import { Board, type Standing } from './board.pages.tsx'
import { codeWords } from './round.code.ts'
import { QrCode } from './qr.pages.tsx'
import type { Round } from './round.data.ts'
import { paths } from './rounds.paths.ts'

/** Where a round is opened. */
export function OpenRoundPage({ tool, form }: { tool: Tool; form: FormState }) {
  const t = useWords()
  const { language } = usePage()
  const title = inWords(tool.definition.title, language)
  return (
    <Layout title={t('Do it as a group')} hidden>
      <PageTitle above={<a href={toolPaths.tool(tool.slug)}>{title}</a>}>{t('Do it as a group')}</PageTitle>
      <Lede>{t('Each answers on their own phone, without a name. Then you see together where you agree and where you differ.')}</Lede>
      <Form action={paths.rounds(tool.slug)} errors={form.errors}>
        <Field
          {...fieldsOf(form)('title')}
          label={t('Who is answering?')}
          hint={t('Everybody reads this above the questions, such as “Gulf Coast manufacturing, spring”.')}
          maxLength={120}
        />
        <Button>{t('Open a round')}</Button>
      </Form>
    </Layout>
  )
}

export type HostPageProps = { round: Round; standing: Standing; token: string; square: boolean[][]; problem: string | null }

/** For whoever opened the round: the link to show, how many have answered, and the button that reveals. */
export function HostPage({ round, standing, token, square, problem }: HostPageProps) {
  const t = useWords()
  const { origin } = usePage()
  const link = origin + paths.round(round.code)
  return (
    <RoundFrame round={round} standing={standing}>
      {problem && (
        <Notice kind="problem">
          <p>{problem}</p>
        </Notice>
      )}
      {!round.revealedAt && (
        <section class="round-link">
          <QrCode rows={square} label={t('QR code that leads to the questions')} />
          <div>
            <Heading>{t('Show this to your group')}</Heading>
            <p class="round-address">{link}</p>
            <p class="hint">
              {t('Or they type this code at {{place}}: {{code}}', { place: `${origin}/rounds`, code: codeWords(round.code) })}
            </p>
            <p class="hint">{t('Keep the address of this page for yourself: with it one reveals.')}</p>
          </div>
        </section>
      )}
      <Following round={round} standing={standing} again={paths.host(token)} />
      {!round.revealedAt && (
        <div class="round-open">
          <Form action={paths.reveal(token)}>
            <Button>{t('Reveal to everybody')}</Button>
          </Form>
          <p class="hint">{t('From then on nothing more is taken. It needs three answers.')}</p>
        </div>
      )}
    </RoundFrame>
  )
}

export type AnswerPageProps = {
  round: Round
  standing: Standing
  phone: string
  form: FormState
  hasAnswered: boolean
  problem?: string | undefined
}

/** The questions on somebody's own phone. */
export function AnswerPage({ round, standing, phone, form, hasAnswered, problem }: AnswerPageProps) {
  const t = useWords()
  const { tool } = standing
  return (
    <RoundFrame round={round} standing={standing}>
      {problem && (
        <Notice kind="problem">
          <p>{problem}</p>
        </Notice>
      )}
      {hasAnswered && !round.revealedAt && (
        <div class="round-open">
          <Notice kind="good">
            <p>{t('We have your answers. You can change them until your facilitator reveals.')}</p>
          </Notice>
        </div>
      )}
      {(hasAnswered || round.revealedAt) && <Following round={round} standing={standing} again={paths.answered(round.code, phone)} />}
      {!round.revealedAt && (
        <div class="round-open">
          <Form action={paths.round(round.code)} errors={form.errors}>
            <input type="hidden" name="phone" value={phone} />
            <Parts tool={tool} form={form} />
            <ToolFields tool={tool.definition} form={form} />
            <p class="hint">
              {t('Nobody sees what you alone answered: only what the group said together. Name no job seekers or students.')}
            </p>
            <Button>{hasAnswered ? t('Change my answers') : t('Send my answers')}</Button>
          </Form>
        </div>
      )}
    </RoundFrame>
  )
}

function Parts({ tool, form }: { tool: Tool; form: FormState }) {
  const t = useWords()
  const { language } = usePage()
  if (tool.definition.parts.length === 0) return null
  return (
    <Choices
      {...fieldsOf(form)('part')}
      label={t('You are')}
      options={tool.definition.parts.map(({ key, words }) => ({ value: key, words: inWords(words, language) }))}
      hint={t('A part is shown on its own only when three or more of it have answered.')}
      optional
    />
  )
}

function RoundFrame({ round, standing, children }: { round: Round; standing: Standing; children: ComponentChildren }) {
  const t = useWords()
  const { language } = usePage()
  const title = inWords(standing.tool.definition.title, language)
  return (
    <Layout title={t('Round: {{title}}', { title: round.title })} hidden scripts={['live-part.js']}>
      <PageTitle above={<a href={toolPaths.tool(standing.tool.slug)}>{title}</a>}>{round.title}</PageTitle>
      {children}
    </Layout>
  )
}

/** It follows by itself where the browser can; where not, one asks anew. */
function Following({ round, standing, again }: { round: Round; standing: Standing; again: string }) {
  const t = useWords()
  return (
    <>
      <LivePart stream={paths.stream(round.code)}>
        <Board standing={standing} />
      </LivePart>
      {!round.revealedAt && (
        <p class="hint round-open">
          <a href={again}>{t('Show how it stands now')}</a>
        </p>
      )}
    </>
  )
}

/** Where a code is typed that was read from a screen. */
export function CodePage({ form }: { form: FormState }) {
  const t = useWords()
  return (
    <Layout title={t('Join a round')}>
      <PageTitle above={<a href={toolPaths.tools}>{t('Tools')}</a>}>{t('Join a round')}</PageTitle>
      <Form action="/rounds" errors={form.errors}>
        <Field
          {...fieldsOf(form)('code')}
          label={t('The code on the screen')}
          hint={t('Ten letters and figures.')}
          width="medium"
          maxLength={40}
        />
        <Acts>
          <Button>{t('Go to the questions')}</Button>
        </Acts>
      </Form>
    </Layout>
  )
}
