import type { Problems } from '../document/problems'
import type { PathSegment } from './route-path'

export interface PlacedPath {
  readonly path: string
  readonly pointer: string
  readonly segments: readonly PathSegment[]
}

/**
 * Finds paths that cannot stand side by side. REST: a resource has one child with a variable part
 * ("only one unique variable path part is allowed"). HTTP: two paths that differ in parameter names only.
 */
export function findPathConflicts(protocol: 'REST' | 'HTTP', paths: readonly PlacedPath[], problems: Problems): void {
  const seen = new Map<string, string>()
  const shapes = new Map<string, string>()
  for (const { path, pointer, segments } of paths) {
    const shape = segments.map((segment) => (segment.kind === 'literal' ? `=${segment.text}` : segment.kind)).join('/')
    const twin = shapes.get(shape)
    if (twin !== undefined) problems.error(pointer, 'route_conflict', `${path} matches the same requests as ${twin}.`)
    shapes.set(shape, path)
    if (protocol === 'REST' && twin === undefined) findSiblingConflict({ path, pointer, segments }, seen, problems)
  }
}

function findSiblingConflict({ path, pointer, segments }: PlacedPath, seen: Map<string, string>, problems: Problems): void {
  let parent = ''
  for (const segment of segments) {
    const written = segment.kind === 'literal' ? segment.text : `{${segment.text}${segment.kind === 'greedy' ? '+' : ''}}`
    if (segment.kind !== 'literal') {
      const sibling = seen.get(parent)
      if (sibling !== undefined && sibling !== written) {
        problems.error(pointer, 'route_conflict', `In ${path}, ${written} stands beside ${sibling}: a resource has one variable child.`)
        return
      }
      seen.set(parent, written)
    }
    parent += `/${written}`
  }
}
