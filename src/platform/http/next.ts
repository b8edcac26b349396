/** A path of this site to go on to; the front page for whatever would lead elsewhere (`//evil.example`, `https:…`, `/\evil`). */
export function ownPath(asked: string | null | undefined): string {
  const base = 'https://here.invalid'
  if (!asked?.startsWith('/') || !URL.canParse(asked, base)) return '/'
  const url = new URL(asked, base)
  return url.origin === base ? url.pathname + url.search : '/'
}
