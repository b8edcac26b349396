import { paletteFor } from '#platform/html'
import { xmlText } from '#platform/text'
import { frameWords, type Frame } from './frame.rules.ts'
import { pieceMjml } from './piece-mjml.rules.ts'
import { colours, nightCss, sans, serif } from './letter-styles.ts'
import type { Letter } from './letter.rules.ts'

/**
 * The edition in MJML: one column of 600 px that Outlook, Gmail and Apple Mail show alike, by day and by night, and
 * with pictures off. What differs from reader to reader stands in it as `{{name}}`.
 */
export function letterMjml(letter: Letter, frame: Frame): string {
  const { light, dark } = paletteFor(frame.network.accent)
  return `<mjml lang="${frame.language}" dir="ltr">
<mj-head>
<mj-title>${xmlText(letter.subject)}</mj-title>
${letter.preheader ? `<mj-preview>${xmlText(letter.preheader)}</mj-preview>` : ''}
<mj-attributes>
<mj-all font-family="${sans}" />
<mj-text font-size="17px" line-height="1.55" color="${colours.ink}" padding="0 24px 16px" css-class="ink" />
<mj-section padding="0" />
<mj-divider border-width="1px" border-color="${colours.line}" padding="0 24px" css-class="rule" />
<mj-image padding="8px 24px 24px" align="left" />
<mj-button align="left" padding="8px 24px 24px" background-color="${light.accent}" color="${light.accentInk}" font-size="17px" font-weight="600" border-radius="3px" inner-padding="12px 22px" css-class="act" />
</mj-attributes>
<mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
<mj-style>:root{color-scheme:light dark;supported-color-schemes:light dark}.ink a{color:${light.accent}}.ink img{max-width:100%;height:auto}.ink>div>:last-child{margin-bottom:0!important}</mj-style>
<mj-style>${nightCss(dark.accent, dark.accentInk)}</mj-style>
</mj-head>
<mj-body width="600px" background-color="${colours.ground}" css-class="page">
${head(frame)}
<mj-section padding="28px 0 12px"><mj-column>
<mj-text padding="0 24px 20px"><h1 style="margin:0;font:500 32px/1.12 ${serif}">${xmlText(letter.subject)}</h1></mj-text>
${letter.pieces.map((piece) => pieceMjml(piece, frame)).join('\n')}
</mj-column></mj-section>
${foot(frame)}
</mj-body>
</mjml>`
}

const head = ({ network }: Frame) => `<mj-section padding="24px 0 0"><mj-column>
<mj-text font-family="${serif}" font-size="18px" font-weight="500" padding="0 24px 14px">${xmlText(network.name)}</mj-text>
<mj-divider />
</mj-column></mj-section>`

function foot(frame: Frame): string {
  const words = frameWords(frame)
  const link = (href: string, text: string) => `<a href="${xmlText(href)}" style="color:${colours.quiet}">${xmlText(text)}</a>`
  const links = [link(frame.links.web, words.web), link(frame.links.preferences, words.preferences), link(frame.links.leave, words.leave)]
  const address = frame.network.postalAddress
    ? `<p style="margin:12px 0 0">${xmlText(frame.network.postalAddress).replaceAll('\n', '<br>')}</p>`
    : ''
  return `<mj-section padding="0 0 32px"><mj-column>
<mj-divider />
<mj-text font-size="14px" line-height="1.6" color="${colours.quiet}" padding="14px 24px 0" css-class="quiet"><p style="margin:0 0 4px">${xmlText(words.why)}</p><p style="margin:0">${links.join(' &nbsp;·&nbsp; ')}</p>${address}</mj-text>
</mj-column></mj-section>`
}
