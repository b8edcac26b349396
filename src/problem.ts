/** What whoever runs the server can mend: its one sentence is printed without a stack, and the exit code is 1. */
export class StartupProblem extends Error {
  override name = 'StartupProblem'
}
