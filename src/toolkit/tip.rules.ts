const wordsAMinute = 220

/** How long a text takes to read, in whole minutes, at least one. */
export const readingMinutes = (body: string): number => Math.max(1, Math.round(body.split(/\s+/).filter(Boolean).length / wordsAMinute))
