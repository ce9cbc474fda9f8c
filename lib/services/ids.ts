/** Identifiers in the forms AWS gives them, drawn without bias. */
import type { ServicePorts } from './ports'

type Random = Pick<ServicePorts, 'random'>

const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789'
const MIXED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const SECRET = `${MIXED}+/`

/** 10 lower-case letters and digits. */
export const newApiId = (ports: Random): string => pick(ports, LOWER, 10)
/** `us-east-1_` and 9 letters and digits. */
export const newPoolId = (ports: Random, region: string): string => `${region}_${pick(ports, MIXED, 9)}`
/** 26 lower-case letters and digits. */
export const newClientId = (ports: Random): string => pick(ports, LOWER, 26)
/** 51 lower-case letters and digits. */
export const newClientSecret = (ports: Random): string => pick(ports, LOWER, 51)
/** `AKIA` and 16 base32 characters. */
export const newAccessKeyId = (ports: Random): string => `AKIA${pick(ports, BASE32, 16)}`
/** 40 characters. */
export const newSecretAccessKey = (ports: Random): string => pick(ports, SECRET, 40)
function pick({ random }: Random, alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    for (const byte of random.bytes(length)) if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length]
  }
  return text
}
