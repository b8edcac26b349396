export type SessionTable = {
  id: string
  personId: string
  tokenHash: Buffer
  browser: string
  system: string
  beganAt: Temporal.Instant
  seenAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/** What a code or link is for: signing in, an owner's link from the server itself, or proving a new address. */
export type CodeKind = 'sign-in' | 'owner' | 'address'

export type SignInCodeTable = {
  id: string
  networkId: string
  kind: CodeKind
  email: string
  personId: string | null
  codeHash: Buffer | null
  nextPath: string
  triesLeft: number
  madeAt: Temporal.Instant
  endsAt: Temporal.Instant
  usedAt: Temporal.Instant | null
}

export type PasskeyTable = {
  id: string
  personId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
  madeAt: Temporal.Instant
  usedAt: Temporal.Instant | null
}

export type SignInTables = {
  session: SessionTable
  signInCode: SignInCodeTable
  passkey: PasskeyTable
}
