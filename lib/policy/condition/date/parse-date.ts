const EPOCH = /^-?\d{5,15}(\.\d{1,9})?$/
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?)?)?$/i
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Milliseconds since the epoch of a date in the W3C profile of ISO 8601 (year, month, day, or time to
 * the minute, second or fraction with Z or an offset) or of epoch seconds of five digits and more;
 * null for anything else. Source: IAM user guide, condition operators, date.
 */
export function parseDate(text: string): number | null {
  if (EPOCH.test(text)) return Number(text) * 1000
  const match = DATE.exec(text)
  if (match === null) return null
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = '.0', zone = 'Z'] = match
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as [number, number, number, number, number, number]
  if (y < 100 || mo < 1 || mo > 12 || d < 1 || d > daysIn(y, mo) || h > 23 || mi > 59 || s > 60) return null
  const offsetMinutes = offsetOf(zone)
  return offsetMinutes === null ? null : Date.UTC(y, mo - 1, d, h, mi - offsetMinutes, s) + Number(fraction) * 1000
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : DAYS[month - 1]!
}

function offsetOf(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2))
  if (hours > 14 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
