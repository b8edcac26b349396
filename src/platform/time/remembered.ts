/**
 * Keeps what was said last: many readers ask for the same few dates. The oldest is forgotten first; what is said depends
 * on nothing but the key.
 */
export function remembered<Result>(most: number): (key: string, make: () => Result) => Result {
  const kept = new Map<string, Result>()
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const result = make()
    if (kept.size >= most) kept.delete(kept.keys().next().value ?? '')
    kept.set(key, result)
    return result
  }
}
