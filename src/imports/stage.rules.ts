/** The moments of an import that say how far it has come. */
type Moments = Record<
  'checkingBeganAt' | 'checkedAt' | 'takingBeganAt' | 'takenAt' | 'undoingBeganAt' | 'undoneAt',
  Temporal.Instant | null
>

/** begun: waits for the steward's words. checked: waits for their yes. The rest work or are done. */
export type Stage = 'begun' | 'checking' | 'checked' | 'taking' | 'taken' | 'undoing' | 'undone'

export function stageOf(moments: Moments): Stage {
  const later: [keyof Moments, Stage][] = [
    ['undoneAt', 'undone'],
    ['undoingBeganAt', 'undoing'],
    ['takenAt', 'taken'],
    ['takingBeganAt', 'taking'],
    ['checkedAt', 'checked'],
    ['checkingBeganAt', 'checking'],
  ]
  return later.find(([moment]) => moments[moment] !== null)?.[1] ?? 'begun'
}

const mayBeUndoneFor = Temporal.Duration.from({ hours: 24 * 30 })

/** Until when an import can be taken back; then what that needs is forgotten. */
export const undoUntil = (takenAt: Temporal.Instant): Temporal.Instant => takenAt.add(mayBeUndoneFor)

export const mayUndo = (moments: Moments, now: Temporal.Instant): boolean =>
  stageOf(moments) === 'taken' && moments.takenAt !== null && Temporal.Instant.compare(now, undoUntil(moments.takenAt)) < 0
