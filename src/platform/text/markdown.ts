import { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

const marked = new Marked({ gfm: true, breaks: false })

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'del', 'code', 'pre', 'a', 'img', 'hr', 'br', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  allowedAttributes: { a: ['href'], img: ['src', 'alt'], th: ['scope'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  transformTags: { h1: 'h2', b: 'strong', i: 'em', th: sanitizeHtml.simpleTransform('th', { scope: 'col' }) },
  exclusiveFilter: (frame) => frame.tag === 'img' && (!frame.attribs['src']?.startsWith('/') || !frame.attribs['alt']),
}

/**
 * Markdown as safe HTML: an allow-list of tags, links to the web, mail and telephone only, pictures only from this
 * site and only with alternative text. Titles begin at the second level, since the page has its own.
 */
export const markdown = (source: string): string => sanitizeHtml(marked.parse(source, { async: false }), allowed)
