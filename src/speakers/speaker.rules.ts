/** Where people speak. */
export const wheres = ['events', 'webinars'] as const
export type Where = (typeof wheres)[number]

/** A speaker as others' pages show them. */
export type SpeakerBrief = {
  slug: string
  name: string
  organisation: string
  picture: string | null
  pictureAlt: string
  role: string
  bio: string
}

/** What stands in the place of a picture: "Ruth Yazzie" is "RY". */
export function initialsOf(name: string): string {
  const words = name.split(' ').filter((word) => /^\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}

/** Those chosen, in their order, each once. */
export const inOrder = (chosen: string[], known: { id: string }[]): string[] => [
  ...new Set(chosen.filter((id) => known.some((speaker) => speaker.id === id))),
]
