/** A moment of a recording as people write it, in milliseconds: "1:02", "01:02:03", "1:02:03.5". Null when it is none. */
export function readMoment(written: string): number | null {
  const found = /^(?:(?<hours>\d{1,3}):)?(?<minutes>[0-5]?\d):(?<seconds>[0-5]\d)(?:[.,](?<part>\d{1,3}))?$/.exec(written.trim())
  if (!found?.groups) return null
  const { hours = '0', minutes, seconds, part = '' } = found.groups
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(part.padEnd(3, '0'))
}

/** The other way round, to the second: "1:02", "1:02:03". */
export function writeMoment(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
