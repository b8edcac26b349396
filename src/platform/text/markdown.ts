import { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

const marked = new Marked({ gfm: true, breaks: false })

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'blockquote',
    'strong',
    'em',
    'del',
    'code',
    'pre',
    'a',
    'img',
    'hr',
    'br',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href'], img: ['src', 'alt'], th: ['scope'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  nestingLimit: 40,
  transformTags: { h1: 'h2', b: 'strong', i: 'em', th: sanitizeHtml.simpleTransform('th', { scope: 'col' }) },
  exclusiveFilter: (frame) => frame.tag === 'img' && (!isOwnPicture(frame.attribs['src']) || !frame.attribs['alt']),
}

/** `/files/…` is ours; `//evil.example` and `/\evil.example` are other sites to a browser. */
const isOwnPicture = (src = '') => /^\/(?![/\\])/.test(src)

const most = 400
const rendered = new Map<string, string>()

/**
 * Markdown as safe HTML: an allow-list of tags, links to the web, mail and telephone only, pictures only from this
 * site and only with alternative text. Titles begin at the second level, since the page has its own. What was
 * rendered lately is remembered.
 */
export function markdown(source: string): string {
  const html = rendered.get(source) ?? sanitizeHtml(marked.parse(source, { async: false }), allowed)
  rendered.delete(source)
  rendered.set(source, html)
  if (rendered.size > most) rendered.delete(rendered.keys().next().value ?? '')
  return html
}
