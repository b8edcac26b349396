import { xmlText, type Language } from '#platform/text'
import { someoneIn } from './frame.rules.ts'
import { markupFields } from './personal.rules.ts'

type Fields = Record<string, string>

/** Fills in what differs from reader to reader, as the mail engine does: for previews and the web. */
export const fillHtml = (html: string, fields: Fields): string =>
  fillText(html, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isMarkup(name) ? value : xmlText(value)])))

const isMarkup = (name: string) => markupFields.some((field) => field === name)

export const fillText = (text: string, fields: Fields): string =>
  text.replaceAll(/\{\{(\w+)(?:\|([^{}|]*))?\}\}/g, (whole, name: string, otherwise: string | undefined) =>
    fields[name] ? fields[name] : (otherwise ?? fields[name] ?? whole),
  )

/** For whoever reads on the web, of whom nothing is known. Editions of old have no words of their own for that. */
export const fillGeneral = (text: string, language: Language): string => fillText(fillText(text, {}), { firstName: someoneIn(language) })

/** The mail as a program shows it that is set to dark: the same styles, asked for by no condition. */
export const asNight = (html: string): string => html.replaceAll(/@media \(prefers-color-scheme:\s*dark\)/g, '@media all')
