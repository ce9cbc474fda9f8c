import type { Role } from '../domain/console-api'
import { AppError } from '../domain/errors'
import type { Actor } from './ports'

const RANK: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, admin: 2 }

/** True when `role` may do what `needed` may do: viewer reads, editor writes configuration, admin does everything. */
export function hasRole(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed]
}

/** Throws AppError `forbidden` when the actor's role is below `needed`. */
export function requireRole(actor: Actor, needed: Role): void {
  if (!hasRole(actor.role, needed)) throw new AppError('forbidden', `This needs the role ${needed}; yours is ${actor.role}.`)
}
