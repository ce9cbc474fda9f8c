import { NO, YES } from '../../match/state'
import type { Condition } from '../../syntax/document'
import type { ValueTest } from '../value-test'
import { type IpAddress, parseIp } from './parse-ip'
import { parseIpRange, rangeHolds } from './parse-ip-range'

let lastText = ''
let lastIp: IpAddress | null = null

/** The address of a text; the last one is kept, because one request asks for it again and again. */
function readIp(text: string): IpAddress | null {
  if (text !== lastText) {
    lastIp = parseIp(text)
    lastText = text
  }
  return lastIp
}

/**
 * IpAddress and NotIpAddress. An address of the other family, or a value that is no address, is in no
 * range: IpAddress does not match and NotIpAddress does.
 */
export function compileIpTest(condition: Condition): ValueTest {
  const ranges = condition.values.map(({ value }) => parseIpRange(value)).filter((range) => range !== null)
  return {
    variables: [],
    test: (value) => {
      const ip = readIp(value)
      if (ip === null) return NO
      for (let index = 0; index < ranges.length; index++) {
        if (rangeHolds(ranges[index]!, ip)) return YES
      }
      return NO
    },
  }
}
