import { brotliDecompressSync } from 'node:zlib'
import type { Figure } from './figures.ts'
import { startProgram } from './program.ts'

/** What a first visit to the front page costs on the wire: the page, its styles, script and fonts. */
export async function benchFrontPage(): Promise<Figure[]> {
  const program = await startProgram()
  const page = await wire(program.url, '/')
  const html = page.encoding === 'br' ? brotliDecompressSync(page.body).toString() : page.body.toString()
  const links = [...html.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/rel="(?:canonical|alternate)"/.test(tag ?? ''),
  )
  const paths = [...new Set(links.map(([, href = '']) => href))]
  const foreign = paths.filter((path) => !path.startsWith('/') && !path.startsWith('data:'))
  const parts = await Promise.all(paths.filter((path) => path.startsWith('/')).map((path) => wire(program.url, path)))
  await program.stop()
  const total = [page, ...parts].reduce((sum, { bytes }) => sum + bytes, 0) / 1024
  return [
    { figure: 'front page, cold, all its parts', ours: total, unit: 'KB', bar: '<= 60 KB', isMet: total <= 60 },
    { figure: 'requests to anybody else', ours: foreign.length, bar: '0', isMet: foreign.length === 0 },
  ]
}

/** Bytes as they travel, headers included. */
async function wire(origin: string, path: string) {
  const { request } = await import('node:http')
  return new Promise<{ bytes: number; body: Buffer; encoding: string | undefined }>((resolve, reject) => {
    request(new URL(path, origin), { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        const head = response.rawHeaders.reduce((sum, part) => sum + part.length + 2, 20)
        resolve({ bytes: body.length + head, body, encoding: response.headers['content-encoding'] })
      })
    })
      .on('error', reject)
      .end()
  })
}
