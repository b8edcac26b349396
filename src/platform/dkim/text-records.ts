import { Resolver } from 'node:dns/promises'

/** The texts at a name; none where it does not exist, null when DNS does not answer. */
export type LookUpText = (name: string) => Promise<string[] | null>

const notThere = ['ENOTFOUND', 'ENODATA']

/** Asks the name servers of this machine. */
export const lookUpText: LookUpText = async (name) => {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  try {
    return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''))
  } catch (error) {
    return notThere.includes((error as NodeJS.ErrnoException).code ?? '') ? [] : null
  }
}
