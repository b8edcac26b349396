import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newLog } from '#platform/http'
import { newGate } from './gate.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const gate = () => newGate(newLog({ logLevel: 'silent' }), 1000)

test('while the server is away, one at a time tries, after waits that grow to a minute; when it is let in, all follow', async () => {
  const { pass, close, open, trouble } = gate()
  expect(await pass()).toBe(true)
  for (let others = 0; others < 20; others++) close('ECONNREFUSED')
  expect(trouble()).toBe('ECONNREFUSED')
  const times = [Date.now()]
  async function lane() {
    await pass()
    times.push(Date.now())
    if (times.length < 11) close('ECONNREFUSED')
  }
  const lanes = Array.from({ length: 20 }, lane)

  await vi.advanceTimersByTimeAsync(600_000)
  expect(times.slice(1).map((time, place) => (time - (times[place] ?? 0)) / 1000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  open()
  await Promise.all(lanes)
  expect(times).toHaveLength(21)
  expect(trouble()).toBeNull()
})

test('who comes when nobody waits is the one to try', async () => {
  const { pass, close } = gate()
  close('ETIMEDOUT')
  await vi.advanceTimersByTimeAsync(1000)

  expect(await pass()).toBe(true)
  const second = vi.fn<() => void>()
  void pass().then(second)
  await vi.advanceTimersByTimeAsync(5000)
  expect(second).not.toHaveBeenCalled()
})

test('a gate that is stopped sends everybody home', async () => {
  const { pass, close, stop } = gate()
  close('ETIMEDOUT')
  const waiting = pass()
  stop()

  expect(await waiting).toBe(false)
  expect(await pass()).toBe(false)
})
