import type { ObjectKind } from '../../domain/console-api'
import type { ObjectOfKind } from '../../domain/workspace/object-key'
import { objectText } from '../../domain/workspace/object-text'
import type { ObjectChange } from '../../domain/workspace/plan-worlds'

/** Text of the object as it is after the change, without secrets; null for a deletion. */
export function versionText({ kind, after }: ObjectChange): string | null {
  return after === null ? null : objectText<ObjectKind>(kind, after satisfies ObjectOfKind[ObjectKind])
}
