import { h, type ComponentChild, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { PageProvider, type PageContext } from './page-context.ts'

/** The whole document of a page, as it goes to the browser. */
export const renderPage = (page: ComponentChild, context: PageContext): string => `<!doctype html>${renderPart(page, context)}`

/** A part of a page without its document: for what is swapped in, and for tests. */
export const renderPart = (part: ComponentChild, context: PageContext): string => renderToString(h(PageProvider, { value: context }, part))

/** HTML that knows of no page: the body of a mail. */
export const renderFragment = (fragment: VNode): string => renderToString(fragment)
