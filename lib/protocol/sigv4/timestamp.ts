const BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/
const IMF_FIXDATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** Epoch milliseconds of `yyyymmddThhmmssZ`; null for anything else and for days that do not exist. */
export function parseTimestamp(text: string): number | null {
  const part = BASIC.exec(text)
  if (!part) return null
  const ms = Date.UTC(Number(part[1]), Number(part[2]) - 1, Number(part[3]), Number(part[4]), Number(part[5]), Number(part[6]))
  return formatTimestamp(ms) === text ? ms : null
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
