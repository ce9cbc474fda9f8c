/** `14:32:07.118` in the reader's time zone. */
export function clockTime(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return `${at.toLocaleTimeString('en-GB', { hour12: false })}.${String(at.getMilliseconds()).padStart(3, '0')}`
}

/** `NO_ALLOW_IN_RESOURCE_POLICY` → `no allow in resource policy`. */
export function reasonWords(reasonCode: string): string {
  return reasonCode.toLowerCase().replaceAll('_', ' ')
}
