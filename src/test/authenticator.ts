import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

type ToMake = { challenge: string; rp: { id?: string | undefined }; user: { id: string } }
type ToUse = { challenge: string; rpId: string }

/** What a dishonest page or device would do otherwise. */
export type Deceit = {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  userHandle?: string
  counter?: number
  present?: boolean
  signature?: Buffer
}

/**
 * A device that makes passkeys and signs with them (WebAuthn, sections 6.1 and 6.5): P-256 keys, no attestation. With `counts` it
 * counts its uses as a security key does; passkeys that travel between devices do not.
 */
export function newAuthenticator(origin: string, { counts = false } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let userHandle = ''
  let uses = 0

  return {
    id: id.toString('base64url'),
    make(options: ToMake, deceit: Deceit = {}) {
      userHandle = options.user.id
      const data = Buffer.concat([
        authenticatorData(deceit.rpId ?? options.rp.id ?? '', 0x45, 0),
        Buffer.alloc(16),
        uint16(id.length),
        id,
        coseKey(publicKey),
      ])
      const attestationObject = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(data)],
      ])
      const clientDataJSON = clientData({ type: 'webauthn.create', origin, challenge: options.challenge, ...deceit })
      return answer(id, { clientDataJSON, attestationObject: attestationObject.toString('base64url'), transports: ['internal'] })
    },
    use(options: ToUse, deceit: Deceit = {}) {
      if (counts) uses++
      const data = authenticatorData(deceit.rpId ?? options.rpId, deceit.present === false ? 0 : 0x05, deceit.counter ?? uses)
      const clientDataJSON = clientData({ type: 'webauthn.get', origin, challenge: options.challenge, ...deceit })
      const signature = deceit.signature ?? signed(privateKey, data, clientDataJSON)
      return answer(id, {
        clientDataJSON,
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: deceit.userHandle ?? userHandle,
      })
    },
  }
}

const answer = (id: Buffer, response: object) =>
  JSON.stringify({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })

const clientData = ({ type, origin, challenge }: { type: string; origin: string; challenge: string }) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')

const signed = (key: KeyObject, data: Buffer, clientDataJSON: string) =>
  sign('sha256', Buffer.concat([data, hash(Buffer.from(clientDataJSON, 'base64url'))]), key)

const authenticatorData = (rpId: string, flags: number, counter: number) =>
  Buffer.concat([hash(rpId), Buffer.from([flags]), uint32(counter)])

const hash = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** A P-256 key as COSE writes it (RFC 9053, section 7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return map([
    [number(1), number(2)],
    [number(3), number(-7)],
    [number(-1), number(1)],
    [number(-2), bytes(Buffer.from(x, 'base64url'))],
    [number(-3), bytes(Buffer.from(y, 'base64url'))],
  ])
}

/** As much of CBOR (RFC 8949, section 3) as that takes. */
const number = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value))
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value])
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)])
const map = (pairs: [Buffer, Buffer][]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()])

function head(kind: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(kind << 5) | value])
  return value < 256 ? Buffer.from([(kind << 5) | 24, value]) : Buffer.concat([Buffer.from([(kind << 5) | 25]), uint16(value)])
}

function uint16(value: number): Buffer {
  const two = Buffer.alloc(2)
  two.writeUInt16BE(value)
  return two
}

function uint32(value: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(value)
  return four
}
