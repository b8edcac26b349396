/** Lightness 0-1, chroma, hue in degrees: colour as it is seen (CSS Color 4, OKLCH). */
export type Oklch = { lightness: number; chroma: number; hue: number }

type Three = [number, number, number]

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

export function toOklch(hex: string): Oklch {
  const [r, g, b] = linear(hex)
  const [l, m, s] = [
    0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
    0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
    0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
  ].map(Math.cbrt) as Three
  const [x, y] = [1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s]
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  return { lightness, chroma: Math.hypot(x, y), hue: (Math.atan2(y, x) * 180) / Math.PI }
}

/** The colour as hex; what a screen cannot show loses chroma, never its hue. */
export function toHex(colour: Oklch): string {
  let chroma = colour.chroma
  while (chroma > 0 && !isShown(channels({ ...colour, chroma }))) chroma -= 0.002
  const shown = channels({ ...colour, chroma: Math.max(chroma, 0) })
  return `#${shown
    .map((part) =>
      Math.round(clamp(gamma(part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function channels({ lightness, chroma, hue }: Oklch): Three {
  const [x, y] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const [l, m, s] = [
    lightness + 0.3963377774 * x + 0.2158037573 * y,
    lightness - 0.1055613458 * x - 0.0638541728 * y,
    lightness - 0.0894841775 * x - 1.291485548 * y,
  ].map((part) => part ** 3) as Three
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const linear = (hex: string) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Three

const gamma = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)
const clamp = (part: number) => Math.min(Math.max(part, 0), 1)
const isShown = (parts: Three) => parts.every((part) => part >= -0.0005 && part <= 1.0005)
