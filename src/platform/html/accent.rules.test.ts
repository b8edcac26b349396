import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkAccent, defaultAccent, paletteFor, themeCss } from './accent.rules.ts'
import { contrast, toHex, toOklch } from './colour.rules.ts'

const some = ['#000000', '#ffffff', '#ffff00', '#ff0000', '#00ff00', '#0000ff', '#7f7f7f', '#1f5c4d', '#e8a0bf', '#c0ffee', defaultAccent]

test('contrast is counted as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2)
  expect(contrast('#123456', '#123456')).toBe(1)
})

test.each(some)('%s comes back from OKLCH as it went', (hex) => expect(toHex(toOklch(hex))).toBe(hex))

test('a dark accent is taken, a pale one is refused with the nearest of its hue', () => {
  expect(checkAccent(defaultAccent)).toEqual({ ok: true })
  const answer = checkAccent('#f2a900')
  if (!('refused' in answer)) throw new Error('taken')
  expect(checkAccent(answer.nearest)).toEqual({ ok: true })
  expect(Math.abs(toOklch(answer.nearest).hue - toOklch('#f2a900').hue)).toBeLessThan(4)
  expect(contrast(answer.nearest, '#fcfbf8')).toBeLessThan(4.7)
})

describe('whatever is chosen can be read by day and by night', () => {
  test.each(some)('%s', (hex) => {
    const { light, dark } = paletteFor(hex)
    expect(contrast(light.accentText, '#fcfbf8')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(light.accent, light.accentInk)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark.accentText, '#201d1a')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark.accent, dark.accentInk)).toBeGreaterThanOrEqual(4.5)
  })
})

test('the stylesheet sets three tokens for each light', () => {
  expect(themeCss('#000000').match(/--accent[a-z-]*:#[0-9a-f]{6}/g)).toHaveLength(6)
})

test('the tokens are dressed in the accent that a community has before it chooses', () => {
  const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
  const { light, dark } = paletteFor(defaultAccent)
  const said = (name: string) => [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map((match) => match[1])
  expect(said('accent')).toEqual([light.accent, dark.accent])
  expect(said('accent-ink')).toEqual([light.accentInk, dark.accentInk])
  expect(said('accent-text')).toEqual([light.accentText, dark.accentText])
  expect(said('ground')).toEqual(['#fcfbf8', '#201d1a'])
})
