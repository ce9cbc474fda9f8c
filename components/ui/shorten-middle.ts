/** Returns `text` in at most `max` characters, with `…` for the middle. */
export function shortenMiddle(text: string, max: number): string {
  if (text.length <= max) return text
  const tail = Math.floor((max - 1) * 0.4)
  return `${text.slice(0, max - 1 - tail)}…${text.slice(text.length - tail)}`
}
