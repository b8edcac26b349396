import { contrast, toHex, toOklch } from './colour.rules.ts'

/** What the community is dressed in until it chooses: a blue like the ink of a stamp. */
export const defaultAccent = '#1f4a73'

export type Palette = { accent: string; accentInk: string; accentText: string }

export type AccentAnswer = { ok: true } | { refused: 'contrast'; nearest: string }

/** The grounds of tokens.css. */
const grounds = { light: '#fcfbf8', dark: '#201d1a' }
const enough = 4.5

/** Whether text in this colour can be read on the light ground, and white words on a button of it; or the nearest of its hue that can. */
export function checkAccent(hex: string): AccentAnswer {
  return passesLight(hex) ? { ok: true } : { refused: 'contrast', nearest: nearest(hex, passesLight, 0) }
}

/** The accent by day and by night: the same hue, each readable on its ground and under its ink. */
export function paletteFor(hex: string): { light: Palette; dark: Palette } {
  const day = passesLight(hex) ? hex : nearest(hex, passesLight, 0)
  const soft = toOklch(hex)
  const wished = toHex({ ...soft, lightness: Math.max(soft.lightness, 0.81), chroma: Math.min(soft.chroma, 0.07) })
  const night = passesDark(wished) ? wished : nearest(wished, passesDark, 1)
  return {
    light: { accent: day, accentInk: '#ffffff', accentText: day },
    dark: { accent: night, accentInk: inkOn(night), accentText: night },
  }
}

/** The stylesheet of a community. On paper all accents are black, so it speaks of screens only. */
export function themeCss(hex: string): string {
  const { light, dark } = paletteFor(hex)
  return `@media screen{${root(light)}}\n@media screen and (prefers-color-scheme:dark){${root(dark)}}\n`
}

const root = ({ accent, accentInk, accentText }: Palette) =>
  `:root{--accent:${accent};--accent-ink:${accentInk};--accent-text:${accentText}}`

const passesLight = (hex: string) => contrast(hex, grounds.light) >= enough && contrast(hex, '#ffffff') >= enough
const passesDark = (hex: string) => contrast(hex, grounds.dark) >= enough && contrast(hex, inkOn(hex)) >= enough

const inkOn = (accent: string) => toHex({ ...toOklch(accent), lightness: 0.22, chroma: Math.min(toOklch(accent).chroma, 0.035) })

/** Walks from the colour towards black (0) or white (1) and stops at the first that passes: halves the way twenty times. */
function nearest(hex: string, passes: (hex: string) => boolean, towards: 0 | 1): string {
  const colour = toOklch(hex)
  let [failing, passing] = [colour.lightness, towards as number]
  for (let step = 0; step < 20; step++) {
    const middle = (failing + passing) / 2
    if (passes(toHex({ ...colour, lightness: middle }))) passing = middle
    else failing = middle
  }
  return toHex({ ...colour, lightness: passing })
}
