import { spawn } from 'node:child_process'
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { root } from '#root'

/** So much may a PDF cost before it is let be: pages, milliseconds, bytes of memory. */
export type DrawLimits = { pages: number; time: number; memory: number }
const usualLimits: DrawLimits = { pages: 150, time: 120_000, memory: 1024 ** 3 }

const drawnPage = z.object({ page: z.int().positive(), width: z.int().positive(), height: z.int().positive(), words: z.string() })
export type DrawnPage = z.output<typeof drawnPage> & { picture: Buffer }

/** Draws the pages of a PDF in a process that may do nothing else; null when it cannot be drawn within the limits. */
export async function drawPages(file: string, limits: DrawLimits = usualLimits): Promise<DrawnPage[] | null> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'guildhall-slides-')))
  try {
    const lines = await linesFrom(await realpath(file), folder, limits)
    if (!lines) return null
    const pages: DrawnPage[] = []
    for (const line of lines) {
      const page = drawnPage.safeParse(JSON.parse(line)).data
      const drawn = page && (await pictured(page, folder).catch(() => null))
      if (!drawn) return null
      pages.push(drawn)
    }
    return pages
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Its picture made anew as WebP, a third as large. */
async function pictured(page: z.output<typeof drawnPage>, folder: string): Promise<DrawnPage> {
  const { default: sharp } = await import('sharp')
  const picture = await sharp(await readFile(join(folder, `${page.page}.png`)))
    .webp({ quality: 82 })
    .toBuffer()
  return { ...page, words: page.words.replaceAll('\0', '').toWellFormed(), picture }
}

const script = join(root, 'scripts', 'render-slides.mjs')
const readable = [script, join(root, 'package.json'), join(root, 'node_modules', 'mupdf')]

/** What the process says, line by line; null when it failed or had to be ended. */
async function linesFrom(file: string, folder: string, { pages, time, memory }: DrawLimits): Promise<string[] | null> {
  const reads = [...readable, file, folder].map((path) => `--allow-fs-read=${path}`)
  const options = ['--permission', ...reads, `--allow-fs-write=${folder}`, '--max-old-space-size=256']
  const child = spawn(process.execPath, [...options, script, file, folder, String(pages)], {
    env: {},
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: time,
    killSignal: 'SIGKILL',
  })
  const watch = setInterval(() => void endAbove(child, memory), 200)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve).once('error', () => resolve(null)))
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) lines.push(line)
  const code = await ended
  clearInterval(watch)
  return code === 0 ? lines : null
}

/** Where the system tells (Linux): what the process holds, in pages of memory. Elsewhere its time alone bounds it. */
async function endAbove(child: { pid?: number | undefined; kill: (signal: 'SIGKILL') => boolean }, memory: number): Promise<void> {
  const held = await readFile(`/proc/${child.pid}/statm`, 'utf8').catch(() => '')
  if (Number(held.split(' ')[1] ?? 0) * 4096 > memory) child.kill('SIGKILL')
}
