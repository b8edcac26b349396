/** Paper and ink, as in every mail of the house. Single quotes, since these stand in attributes. */
export const colours = { ground: '#fcfbf8', ink: '#1f1c19', quiet: '#5d5750', line: '#ded9cf' }
export const sans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
export const serif = "Newsreader,Georgia,'Times New Roman',serif"

/** A palette of its own for mail programs that know the night; the important words overrule the styles of the parts. */
export const nightCss = (accent: string, ink: string): string =>
  `@media (prefers-color-scheme:dark){body,.page,.page>div{background:#201d1a!important;background-color:#201d1a!important}` +
  `.ink div,.ink h1,.ink h2,.ink h3,.ink p,.ink li,.ink strong{color:#ece7df!important}.quiet div,.quiet p,.quiet a,.ink .soft{color:#b0a89d!important}` +
  `.ink a{color:${accent}!important}.rule p,.ink blockquote{border-color:#413c36!important}` +
  `.act td{background:${accent}!important}.act a{background:${accent}!important;color:${ink}!important}}`

const own: Record<string, string> = {
  h2: `margin:12px 0 10px;font:500 24px/1.2 ${serif}`,
  h3: `margin:8px 0 6px;font:600 18px/1.3 ${sans}`,
  h4: `margin:8px 0 6px;font:600 17px/1.3 ${sans}`,
  p: 'margin:0 0 16px',
  ul: 'margin:0 0 16px;padding-left:24px',
  ol: 'margin:0 0 16px;padding-left:24px',
  li: 'margin:0 0 6px',
  blockquote: `margin:0 0 16px;padding-left:16px;border-left:2px solid #857d73;font-family:${serif}`,
  pre: 'margin:0 0 16px;white-space:pre-wrap;font-size:15px',
  table: 'margin:0 0 16px;border-collapse:collapse;width:100%',
  th: 'padding:6px 12px 6px 0;text-align:left;border-bottom:1px solid #ded9cf',
  td: 'padding:6px 12px 6px 0;border-bottom:1px solid #ded9cf',
  img: 'max-width:100%;height:auto',
  hr: 'border:0;border-top:1px solid #ded9cf;margin:24px 0',
}

/** Many mail programs read no stylesheet, so each part of what was written carries its own. The HTML was made safe before. */
export const styled = (html: string): string =>
  html.replaceAll(/<([a-z][a-z0-9]*)(?=[\s>/])/g, (tag, name: string) => (own[name] ? `${tag} style="${own[name]}"` : tag))
