/**
 * How everything looks: the document, its parts, fields, dates, mails; all styles and their tokens.
 * A page is `<Layout title=…>` around parts from here, rendered by `renderPage`. No page writes a style of its own.
 * Owns no table.
 */
export { PageProvider, usePage, useWords, type PageContext } from './page-context.ts'
export { renderFragment, renderPage, renderPart } from './render.ts'
export { asset } from './assets.ts'
export { Layout, type LayoutProps } from './layout.tsx'
export { Acts, Heading, Lede, PageTitle } from './titles.tsx'
export { EmptyState, Entry, EntryList, type EntryProps } from './entries.tsx'
export { EventDate, type EventDateProps } from './event-date.tsx'
export { Feature, Opening, Spread, type FeatureProps } from './front-parts.tsx'
export { Facts, Figures, type Fact } from './facts.tsx'
export { Notice, Status, type NoticeKind } from './notice.tsx'
export { Table, type TableProps } from './table.tsx'
export { Pagination } from './pagination.tsx'
export { Progress } from './progress.tsx'
export { Prose } from './prose.tsx'
export { Button, LinkButton, type ButtonKind, type ButtonProps } from './button.tsx'
export { emptyForm, ErrorSummary, fieldsOf, Form, Honeypot, honeypotName, type FormState } from './form.tsx'
export { DateTimeField, Field, TextArea, type FieldProps, type InputProps } from './fields.tsx'
export { Checkbox, Choices, Fieldset, Select, type Option, type OptionGroup } from './choices.tsx'
export { TimeZoneSelect } from './time-zone-select.tsx'
export { ConfirmPage, ErrorPage } from './whole-pages.tsx'
export { checkAccent, defaultAccent, paletteFor, themeCss, type AccentAnswer, type Palette } from './accent.rules.ts'
export { mailHtml, mailText, type MailLayout } from './mail-layout.tsx'
export { MailButton, MailFacts, MailText, MailTitle } from './mail-parts.tsx'
export { textOf } from './mail-text.ts'
