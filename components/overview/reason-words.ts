/** `explicitDeny`, `explicit_deny` → `explicit deny`. */
export function reasonWords(reasonCode: string): string {
  return reasonCode
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
}
