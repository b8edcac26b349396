import mjml2html from 'mjml'
import { text } from 'node:stream/consumers'

/** A process of its own: reads MJML documents as JSON, writes their HTML as JSON. */
const sources = JSON.parse(await text(process.stdin)) as string[]
const pages = await Promise.all(
  sources.map(async (source) => (await mjml2html(source, { validationLevel: 'strict', ignoreIncludes: true, fonts: {} })).html),
)
process.stdout.write(JSON.stringify(pages))
