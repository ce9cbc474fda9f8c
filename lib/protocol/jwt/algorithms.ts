import { constants, type KeyObject, type SignKeyObjectInput, verify } from 'node:crypto'

interface Algorithm {
  readonly keyType: 'rsa' | 'ec'
  /** JWK name of the curve, node's name of it. */
  readonly curve?: string
  readonly digest: 'sha256' | 'sha384' | 'sha512'
  readonly options: Omit<SignKeyObjectInput, 'key'>
}

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
const RAW = { dsaEncoding: 'ieee-p1363' } as const

/** Asymmetric algorithms only: no `none`, no HMAC that a public key could be taken for. Source: RFC 7518, section 3.1. */
const ALGORITHMS = {
  RS256: { keyType: 'rsa', digest: 'sha256', options: {} },
  RS384: { keyType: 'rsa', digest: 'sha384', options: {} },
  RS512: { keyType: 'rsa', digest: 'sha512', options: {} },
  PS256: { keyType: 'rsa', digest: 'sha256', options: PSS },
  PS384: { keyType: 'rsa', digest: 'sha384', options: PSS },
  PS512: { keyType: 'rsa', digest: 'sha512', options: PSS },
  ES256: { keyType: 'ec', curve: 'prime256v1', digest: 'sha256', options: RAW },
  ES384: { keyType: 'ec', curve: 'secp384r1', digest: 'sha384', options: RAW },
  ES512: { keyType: 'ec', curve: 'secp521r1', digest: 'sha512', options: RAW },
} as const satisfies Record<string, Algorithm>

export type JwtAlgorithm = keyof typeof ALGORITHMS

/** True when the signature was made with that algorithm by the owner of the key; false also when key and algorithm do not fit. */
export function verifySignature(algorithm: JwtAlgorithm, key: KeyObject, signingInput: string, signature: Buffer): boolean {
  const { keyType, digest, options, ...rest }: Algorithm = ALGORITHMS[algorithm]
  if (key.asymmetricKeyType !== keyType) return false
  if (rest.curve !== undefined && key.asymmetricKeyDetails?.namedCurve !== rest.curve) return false
  return verify(digest, Buffer.from(signingInput, 'latin1'), { key, ...options }, signature)
}
