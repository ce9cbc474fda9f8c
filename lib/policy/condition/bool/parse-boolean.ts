/** True or false by its name, whatever the case; null for anything else. */
export function parseBoolean(text: string): boolean | null {
  const lower = text.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : null
}
