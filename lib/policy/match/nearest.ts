import { editDistance } from './edit-distance'

const LENGTH_MAX = 96

/** The item whose name is nearest to what was written, at most `distanceMax` edits away; null when there is none. */
export function findNearest<T>(written: string, items: readonly T[], nameOf: (item: T) => string, distanceMax: number): T | null {
  if (written.length > LENGTH_MAX) return null
  const lower = written.toLowerCase()
  let nearest: T | null = null
  let best = distanceMax + 1
  for (const item of items) {
    const name = nameOf(item).toLowerCase()
    if (Math.abs(name.length - lower.length) >= best) continue
    const distance = editDistance(name, lower)
    if (distance >= best) continue
    nearest = item
    best = distance
  }
  return nearest
}
