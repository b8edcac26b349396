/* oxlint-disable jsx-a11y/control-has-associated-label -- The cells of a layout table are no controls. */
import { renderToString } from 'preact-render-to-string'
import type { Language } from '#platform/text'
import { defaultAccent, paletteFor } from './accent.rules.ts'
import { accentInkMark, accentMark, mailSans, mailSerif } from './mail-styles.ts'
import { textOf } from './mail-text.ts'

export type MailLayout = {
  network: { name: string; accent?: string | null | undefined }
  language: Language
  /** A fragment of HTML, made of the mail parts. */
  body: string
  /** Why this person gets it, in one sentence. */
  why: string
  leave?: { href: string; words: string } | undefined
  /** What mail programs show after the subject. */
  preheader?: string | undefined
}

/** The whole mail as HTML: one column of 600 px, readable by day and night and with pictures off. */
export function mailHtml(mail: MailLayout): string {
  const { light, dark } = paletteFor(mail.network.accent ?? defaultAccent)
  const html = renderToString(<MailDocument {...mail} night={nightOf(dark.accent, dark.accentInk)} />)
  return `<!doctype html>${html}`.replaceAll(accentMark, light.accent).replaceAll(accentInkMark, light.accentInk)
}

/** The same mail as plain text, which reads as if it had been written first. */
export function mailText({ network, body, why, leave }: MailLayout): string {
  const foot = [network.name, why, leave && `${leave.words}: ${leave.href}`].filter(Boolean).join('\n')
  return `${textOf(body)}\n\n-- \n${foot}\n`
}

const page = { ground: '#fcfbf8', ink: '#1f1c19', quiet: '#5d5750', line: '#ded9cf' }

const cells = {
  head: `padding:0 0 14px;border-bottom:1px solid ${page.line};color:${page.ink};font:500 18px/1.3 ${mailSerif}`,
  body: `padding:28px 0 20px;color:${page.ink};font:17px/1.55 ${mailSans}`,
  foot: `padding:14px 0 0;border-top:1px solid ${page.line};color:${page.quiet};font:14px/1.5 ${mailSans}`,
}

function MailDocument({ night, ...mail }: MailLayout & { night: string }) {
  return (
    <html lang={mail.language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{mail.network.name}</title>
        <style dangerouslySetInnerHTML={{ __html: day + night }} />
      </head>
      <body class="page" style={`margin:0;padding:0;background:${page.ground};color:${page.ink}`}>
        {mail.preheader && <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">{mail.preheader}</div>}
        <table class="page" role="presentation" width="100%" cellPadding="0" cellSpacing="0" style={`background:${page.ground}`}>
          <tr>
            <td align="center" style="padding:24px 16px">
              <MailColumn {...mail} />
            </td>
          </tr>
        </table>
      </body>
    </html>
  )
}

const MailColumn = ({ network, body, why, leave }: MailLayout) => (
  <table class="column" role="presentation" width="600" cellPadding="0" cellSpacing="0" style="width:100%;max-width:600px;text-align:left">
    <tr>
      <td class="ink rule-below" style={cells.head}>
        {network.name}
      </td>
    </tr>
    <tr>
      <td class="ink body" style={cells.body} dangerouslySetInnerHTML={{ __html: body }} />
    </tr>
    <tr>
      <td class="quiet rule" style={cells.foot}>
        <MailFoot why={why} leave={leave} />
      </td>
    </tr>
  </table>
)

const MailFoot = ({ why, leave }: Pick<MailLayout, 'why' | 'leave'>) => (
  <>
    {why}
    {leave && (
      <>
        <br />
        <a class="quiet" href={leave.href} style={`color:${page.quiet}`}>
          {leave.words}
        </a>
      </>
    )}
  </>
)

const day = `:root{color-scheme:light dark;supported-color-schemes:light dark}.body p,.body ul,.body ol{margin:0 0 16px}.body li{margin:0 0 6px}.body a:not(.button){color:${accentMark}}.body img{max-width:100%;height:auto}
`

/** A palette of its own for mail programs that know the night; the important words overrule the styles of the parts. */
const nightOf = (accent: string, ink: string) =>
  `@media (prefers-color-scheme:dark){.page{background:#201d1a!important;color:#ece7df!important}.ink{color:#ece7df!important}.quiet{color:#b0a89d!important}.rule,.rule-below{border-color:#413c36!important}.accent{background:${accent}!important}.button{color:${ink}!important}.body a:not(.button){color:${accent}!important}}`
