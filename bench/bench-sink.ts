import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '#root'

export type BenchSink = {
  url: string
  counts: () => Promise<{ letters: number; bytes: number }>
  /** The names in the Message-IDs of all letters that it took. */
  names: () => Promise<string[]>
  stop: () => void
}

export async function startBenchSink({ keepsNames = false } = {}): Promise<BenchSink> {
  const child = fork(join(root, 'bench/mail-sink.ts'), keepsNames ? ['names'] : [])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  async function ask<T>(what: 'counts' | 'names') {
    child.send(what)
    const [told] = (await once(child, 'message')) as [T]
    return told
  }
  return { url: `smtp://127.0.0.1:${port}`, counts: () => ask('counts'), names: () => ask('names'), stop: () => child.disconnect() }
}
