import { type IpRange, parseIpRange, rangeHolds } from '../condition/ip/parse-ip-range'
import { type Reporter, replaceWith } from '../finding/reporter'
import type { Condition, Statement } from '../syntax/document'

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '169.254.0.0/16', 'fc00::/7', 'fe80::/10', '::1/128']
  .map(parseIpRange)
  .filter((range) => range !== null)

/** Remarks on IpAddress and NotIpAddress. */
export function lintIpRanges(condition: Condition, statement: Statement, reporter: Reporter): void {
  if (condition.operator.family !== 'IpAddress') return
  const ranges = condition.values.map((value) => ({ value, range: parseIpRange(value.value) }))
  const readable = ranges.map(({ range }) => range).filter((range) => range !== null)
  for (const { value, range } of ranges) {
    if (range?.hasHostBits !== true) continue
    const clean = writeRange(range)
    const message = `The bits after the prefix are ignored: ${value.value} means ${clean}.`
    reporter.add('IMPROVE_IP_RANGE', value, message, replaceWith(value.range, JSON.stringify(clean)))
  }
  if (condition.operator.negated && statement.effect === 'Allow') lintFamilies(condition, readable, reporter)
  lintPrivate(condition, readable, reporter)
}

/** An address is in no range of the other family, so NotIpAddress matches it. */
function lintFamilies(condition: Condition, ranges: readonly IpRange[], reporter: Reporter): void {
  const [first] = ranges
  if (first === undefined || ranges.some(({ family }) => family !== first.family)) return
  const [named, other] = first.family === 4 ? ['IPv4', 'IPv6'] : ['IPv6', 'IPv4']
  const message = `Only ${named} ranges are listed, so this Allow covers every ${other} address. List ${other} ranges too.`
  reporter.add('NOT_IP_ADDRESS_OTHER_FAMILY', condition.operatorText, message)
}

function lintPrivate(condition: Condition, ranges: readonly IpRange[], reporter: Reporter): void {
  if (condition.key.value.toLowerCase() !== 'aws:sourceip' || ranges.length === 0) return
  const isPrivate = (range: IpRange) =>
    PRIVATE.some((outer) => rangeHolds(outer, { family: range.family, words: range.words }) && range.prefixLength >= outer.prefixLength)
  if (!ranges.every(isPrivate)) return
  const id = condition.operator.negated ? 'PRIVATE_NOT_IP_ADDRESS' : 'PRIVATE_IP_ADDRESS'
  const message = 'On AWS aws:SourceIp is always a public address, so these private ranges would never hold it. Here they work.'
  reporter.add(id, { range: condition.range, pointer: condition.pointer }, message)
}

function writeRange({ family, words, prefixLength }: IpRange): string {
  if (family === 4) return `${[24, 16, 8, 0].map((shift) => (words[3] >>> shift) & 0xff).join('.')}/${prefixLength}`
  const groups = words.flatMap((word) => [(word >>> 16) & 0xffff, word & 0xffff]).map((group) => group.toString(16))
  const zeros = /\b0(?::0)+$/.exec(groups.join(':'))
  const text = groups.join(':')
  return `${zeros === null ? text : `${text.slice(0, zeros.index)}${zeros.index === 0 ? '::' : ':'}`}/${prefixLength}`
}
