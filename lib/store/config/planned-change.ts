import type { PlanView } from '../../domain/console-api'
import type { ObjectChange } from '../../domain/workspace/plan-worlds'

/** The changes as names, as a plan shows them. */
export function planOf(changes: readonly ObjectChange[]): PlanView {
  const named = (action: ChangeAction) => changes.filter((change) => actionOf(change) === action).map(({ kind, key }) => ({ kind, key }))
  return { create: named('create'), update: named('update'), delete: named('delete') }
}

export type ChangeAction = 'create' | 'update' | 'delete'

export function actionOf(change: ObjectChange): ChangeAction {
  if (change.before === null) return 'create'
  return change.after === null ? 'delete' : 'update'
}
