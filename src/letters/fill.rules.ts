import { xmlText } from '#platform/text'

/** Fills in what differs from reader to reader, as the mail engine does: for previews and the web. */
export const fillHtml = (html: string, fields: Record<string, string>): string =>
  fillText(html, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, xmlText(value)])))

export const fillText = (text: string, fields: Record<string, string>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => fields[name] ?? whole)

/** The mail as a program shows it that is set to dark: the same styles, asked for by no condition. */
export const asNight = (html: string): string => html.replaceAll(/@media \(prefers-color-scheme:\s*dark\)/g, '@media all')
