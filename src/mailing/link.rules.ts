const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const listAndPerson = new RegExp(`^(${uuid}):(${uuid})$`)

/** What an unsubscribe link speaks of. */
export type LeaveLink = { listId: string; personId: string }

export const leaveSubject = ({ listId, personId }: LeaveLink): string => `${listId}:${personId}`

export function leaveLinkOf(subject: string | null): LeaveLink | null {
  const [, listId, personId] = listAndPerson.exec(subject ?? '') ?? []
  return listId && personId ? { listId, personId } : null
}
