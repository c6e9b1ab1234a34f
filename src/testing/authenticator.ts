import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

interface Options {
  readonly origin?: string
  readonly rpId?: string
  readonly verified?: boolean
}
type Bytes = Uint8Array

/**
 * A device that holds one passkey (ES256), as WebAuthn describes it: it answers the options that a page holds, truly or,
 * for attacks, with a detail that is not so.
 */
export function authenticator({ counts = true }: { counts?: boolean } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0

  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  function data(
    rpId: string,
    { verified = true, attested }: { verified?: boolean; attested?: Bytes },
  ) {
    // Passkeys that follow their person from device to device do not count.
    if (counts) counter += 1
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([
      sha256(Buffer.from(rpId)),
      Buffer.from([flags]),
      count,
      attested ?? Buffer.alloc(0),
    ])
  }

  function create(options: { challenge: string; rp: { id: string } }, changed: Options = {}) {
    const jwk = publicKey.export({ format: 'jwk' })
    const key = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(jwk.x ?? '', 'base64url')],
        [-3, Buffer.from(jwk.y ?? '', 'base64url')],
      ]),
    )
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, id, key])
    const authData = data(changed.rpId ?? options.rp.id, { ...changed, attested })
    const client = clientData(
      'webauthn.create',
      options.challenge,
      changed.origin ?? originOf(options.rp.id),
    )
    return JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: client.toString('base64url'),
        attestationObject: cbor(
          new Map<string, unknown>([
            ['fmt', 'none'],
            ['attStmt', new Map()],
            ['authData', authData],
          ]),
        ).toString('base64url'),
        transports: ['internal'],
      },
    })
  }

  function get(
    options: { challenge: string; rpId: string },
    { userHandle, ...changed }: Options & { userHandle?: string } = {},
  ) {
    const authenticatorData = data(changed.rpId ?? options.rpId, changed)
    const client = clientData(
      'webauthn.get',
      options.challenge,
      changed.origin ?? originOf(options.rpId),
    )
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey)
    return JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(userHandle ? { userHandle: Buffer.from(userHandle).toString('base64url') } : {}),
      },
    })
  }
  return {
    create,
    get,
    rollBack: (to: number) => {
      counter = to
    },
  }
}

const originOf = (rpId: string) => `https://${rpId}`
const sha256 = (bytes: Bytes) => createHash('sha256').update(bytes).digest()

/** As much of CBOR (RFC 8949) as passkeys need. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)]),
    ])
  throw new TypeError('Not something that a passkey holds')
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size])
  if (size < 256) return Buffer.from([(major << 5) | 24, size])
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255])
}
