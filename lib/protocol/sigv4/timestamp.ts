const IMF_FIXDATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const LENGTH = 'yyyymmddThhmmssZ'.length

/** Epoch milliseconds of `yyyymmddThhmmssZ`; null for anything else and for times that do not exist. */
export function parseTimestamp(text: string): number | null {
  if (text.length !== LENGTH || text[8] !== 'T' || text[15] !== 'Z') return null
  const year = digits(text, 0, 4)
  const month = digits(text, 4, 6)
  const day = digits(text, 6, 8)
  const [hour, minute, second] = [digits(text, 9, 11), digits(text, 11, 13), digits(text, 13, 15)]
  const exists =
    year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month) && hour < 24 && minute < 60 && second < 60
  return exists ? Date.UTC(year, month - 1, day, hour, minute, second) : null
}

/** As `parseTimestamp`, and IMF-fixdate too (RFC 9110, section 5.6.7), which a Date header holds. */
export function parseDateHeader(text: string): number | null {
  if (!IMF_FIXDATE.test(text)) return parseTimestamp(text)
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : ms
}

/** `yyyymmddThhmmssZ` of epoch milliseconds, fractions cut off. */
export function formatTimestamp(ms: number): string {
  const iso = new Date(ms).toISOString()
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`
}

/** NaN when one of the characters is no digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}
