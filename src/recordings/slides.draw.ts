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

/** Draws the pages of a PDF in processes that may do nothing else; null when it cannot be drawn within the limits. */
export async function drawPages(file: string, limits: DrawLimits = usualLimits): Promise<DrawnPage[] | null> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'guildhall-slides-')))
  try {
    const lines = await drawn(await realpath(file), folder, limits)
    if (!lines || !(await compressed(folder, limits))) return null
    const pages: DrawnPage[] = []
    for (const line of lines) {
      const page = drawnPage.safeParse(JSON.parse(line)).data
      if (!page) return null
      const words = page.words.replaceAll('\0', '').toWellFormed()
      pages.push({ ...page, words, picture: await readFile(join(folder, `${page.page}.webp`)) })
    }
    return pages
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const own = (...path: string[]) => join(root, ...path)
const drawing = own('scripts', 'render-slides.mjs')
const compressing = own('scripts', 'compress-slides.mjs')

const drawn = (file: string, folder: string, limits: DrawLimits) =>
  linesFrom({ script: drawing, args: [file, folder, String(limits.pages)], reads: [file, own('node_modules', 'mupdf')], folder }, limits)

/** The picture library is a native one: it alone may load such. */
const compressed = (folder: string, limits: DrawLimits) =>
  linesFrom({ script: compressing, args: [folder], reads: [own('node_modules')], folder, rights: ['--allow-addons'] }, limits)

type Task = { script: string; args: string[]; reads: string[]; folder: string; rights?: string[] }

/** What the process says, line by line; null when it failed or had to be ended. */
async function linesFrom({ script, args, reads, folder, rights = [] }: Task, { time, memory }: DrawLimits): Promise<string[] | null> {
  const readable = [script, own('package.json'), folder, ...reads].map((path) => `--allow-fs-read=${path}`)
  const options = ['--permission', ...rights, ...readable, `--allow-fs-write=${folder}`, '--max-old-space-size=256']
  const child = spawn(process.execPath, [...options, script, ...args], {
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
