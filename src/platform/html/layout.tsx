import type { ComponentChildren } from 'preact'
import { asset } from './assets.ts'
import { usePage, useWords } from './page-context.ts'
import { SiteFoot } from './site-foot.tsx'
import { SiteHead } from './site-head.tsx'

export type LayoutProps = {
  /** Without a title the page is the front page and carries the community's name alone. */
  title?: string | undefined
  description?: string | undefined
  /** For tables and desks; text stays at its measure. */
  wide?: boolean | undefined
  /** The narrow second column: when, where, who. Below the text on a phone, unless `factsFirst`. */
  facts?: ComponentChildren | undefined
  factsFirst?: boolean | undefined
  /** The path of a picture that messengers show of this page, 1200 by 630 pixels; otherwise the community's logo. */
  picture?: string | undefined
  /** The feed of what this page lists. */
  feed?: string | undefined
  /** Pages behind a link of one's own stay out of search engines. */
  hidden?: boolean | undefined
  /** Browser code that only this page needs: `['passkey.js']` of `passkey.browser.ts`. */
  scripts?: string[] | undefined
  children: ComponentChildren
}

/** Every page: its head, its one main column, its foot. */
export function Layout(props: LayoutProps) {
  const { language } = usePage()
  const t = useWords()
  const shape = props.facts ? 'with-facts' : props.wide ? 'wide' : 'narrow'
  return (
    <html lang={language} dir="ltr">
      <DocumentHead {...props} />
      <body>
        <a class="skip" href="#main">
          {t('Skip to the content')}
        </a>
        <SiteHead />
        <main id="main" tabIndex={-1} class={props.factsFirst ? `${shape} facts-first` : shape}>
          {props.facts ? <Columns {...props} /> : props.children}
        </main>
        <SiteFoot />
      </body>
    </html>
  )
}

const Columns = ({ children, facts }: LayoutProps) => (
  <>
    <div class="column">{children}</div>
    <aside class="facts-column">{facts}</aside>
  </>
)

function DocumentHead({ title, description, picture, feed, hidden, scripts = [] }: LayoutProps) {
  const { network } = usePage()
  const fullTitle = title ? `${title} · ${network.name}` : `${network.name} · ${network.tagline}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{fullTitle}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <Dress />
      <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
      {feed && <link rel="alternate" type="application/atom+xml" href={feed} title={title ?? network.name} />}
      <Preview title={title ?? network.name} description={description ?? network.tagline} picture={picture} />
      {hidden && <meta name="robots" content="noindex" />}
      {['site.js', ...scripts].map((script) => (
        <script key={script} type="module" src={asset(script)} />
      ))}
    </head>
  )
}

/** Type, styles, and the community's own colours over them. */
function Dress() {
  const { network } = usePage()
  return (
    <>
      <link rel="preload" href={asset('fonts/newsreader-1.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={asset('site.css')} />
      {network.themeHref && <link rel="stylesheet" href={network.themeHref} />}
    </>
  )
}

/** What search engines and messengers show of a page. */
function Preview({ title, description, picture }: { title: string; description: string; picture: string | undefined }) {
  const { origin, path, network, language } = usePage()
  const address = origin + (path.split('?', 1)[0] ?? '/')
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={address} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={network.name} />
      <meta property="og:locale" content={language === 'es' ? 'es_US' : 'en_US'} />
      {picture ? (
        <SharePicture href={new URL(picture, origin).href} alt={title} />
      ) : (
        network.logo && <meta property="og:image" content={new URL(network.logo, origin).href} />
      )}
    </>
  )
}

const SharePicture = ({ href, alt }: { href: string; alt: string }) => (
  <>
    <meta property="og:image" content={href} />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content={alt} />
    <meta name="twitter:card" content="summary_large_image" />
  </>
)
