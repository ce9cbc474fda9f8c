import { hash } from 'node:crypto'
import { toByteString } from '../percent-encoding'
import { EMPTY_PAYLOAD_HASH } from './constants'

const ASCII = /^[\0-\x7f]*$/

/** Lower-case hex SHA-256. Characters of a string are bytes. */
export function sha256Hex(data: string | Uint8Array): string {
  if (data.length === 0) return EMPTY_PAYLOAD_HASH
  return hash('sha256', typeof data === 'string' && !ASCII.test(data) ? Buffer.from(toByteString(data), 'latin1') : data, 'hex')
}
