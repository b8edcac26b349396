import { findPerson, type Eraser } from '#people'
import { removeRowsOf } from './report.data.ts'

/** Of who leaves, no line stays in a report that waits to be taken. What was taken goes with the person. */
export const forgetParticipant: Eraser = async (tx, personId) => {
  const person = await findPerson(tx, personId)
  if (person) await removeRowsOf(tx, person.email)
}
