import type { ObjectKind, PlanView } from '../console-api'
import { deepEqual } from '../document/deep-equal'
import type { World } from '../world'
import { inNormalOrder } from './normal-order'
import { listObjects, type ObjectOfKind, type WorldObject } from './object-key'

/** One created, changed or deleted object: `before` is null for a creation, `after` for a deletion. */
export type ObjectChange = {
  readonly [K in ObjectKind]: {
    readonly kind: K
    readonly key: string
    readonly before: ObjectOfKind[K] | null
    readonly after: ObjectOfKind[K] | null
  }
}[ObjectKind]

/**
 * Lists how `next` differs from `current`: creations and updates first, containers before what they
 * hold, then deletions, holders last. The order of lists that have none (tags, groups …) is no difference.
 * Both worlds must have been loaded alike, with or without pool users.
 */
export function diffObjects(current: World, next: World): readonly ObjectChange[] {
  const before = indexed(current)
  const changes: ObjectChange[] = []
  const kept = new Set<string>()
  for (const object of listObjects(next)) {
    const id = idOf(object)
    kept.add(id)
    const old = before.get(id)
    if (!old || !isSame(old, object)) changes.push(changeOf(object, old?.value ?? null, object.value))
  }
  const deleted = [...before].filter(([id]) => !kept.has(id)).reverse()
  return [...changes, ...deleted.map(([, object]) => changeOf(object, object.value, null))]
}

/** The difference of two worlds as names: what a dry run answers. */
export function planWorlds(current: World, next: World): PlanView {
  const changes = diffObjects(current, next)
  const named = (list: readonly ObjectChange[]) => list.map(({ kind, key }) => ({ kind, key }))
  return {
    create: named(changes.filter((change) => change.before === null)),
    update: named(changes.filter((change) => change.before !== null && change.after !== null)),
    delete: named(changes.filter((change) => change.after === null)),
  }
}

function indexed(world: World): ReadonlyMap<string, WorldObject> {
  return new Map(listObjects(world).map((object) => [idOf(object), object]))
}

function idOf({ kind, key }: WorldObject): string {
  return `${kind} ${key}`
}

function isSame(a: WorldObject, b: WorldObject): boolean {
  if (a.value === b.value) return true
  return deepEqual(inNormalOrder<ObjectKind>(a.kind, a.value), inNormalOrder<ObjectKind>(b.kind, b.value))
}

function changeOf(object: WorldObject, before: WorldObject['value'] | null, after: WorldObject['value'] | null): ObjectChange {
  // The three belong together: `before` and `after` are values of the object's own kind.
  return { kind: object.kind, key: object.key, before, after } as ObjectChange
}
