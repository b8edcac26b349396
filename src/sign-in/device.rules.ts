/** A browser and the system it runs on, by the names people know them by. Empty where the browser does not say. */
export type Device = { browser: string; system: string }

/** What the User-Agent header gives away (RFC 9110, section 10.1.5), and no more: versions and models are not kept. */
export function deviceOf(userAgent: string): Device {
  const text = userAgent.slice(0, 500)
  return { browser: firstOf(browsers, text), system: firstOf(systems, text) }
}

type Named = readonly (readonly [RegExp, string])[]

const firstOf = (named: Named, text: string) => named.find(([sign]) => sign.test(text))?.[1] ?? ''

/** Most pretend to be others as well: the particular stand before the general. */
const browsers: Named = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:\b|Headless)(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bChromium\//, 'Chromium'],
  [/\bSafari\//, 'Safari'],
]

const systems: Named = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac(?:intosh| OS X)\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]
