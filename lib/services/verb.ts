import type { z } from 'zod'
import type { Role } from '../domain/console-api'
import { parseInput } from './parse-input'
import { requireRole } from './permissions'
import type { ServiceContext } from './ports'

export interface VerbSpec<S extends z.ZodType, O> {
  /** The least role that may call it. */
  readonly role: Role
  /** One line for the API description. */
  readonly summary: string
  readonly input: S
  run(ctx: ServiceContext, input: z.output<S>): Promise<O>
}

/** One thing the services do. Checks the role first, then the input, whoever calls. */
export interface Verb<O> {
  (ctx: ServiceContext, input: unknown): Promise<O>
  readonly role: Role
  readonly summary: string
  readonly input: z.ZodType
}

/**
 * Makes a verb of its declaration. The verb throws AppError `forbidden` before it looks at the input,
 * then `invalid_request` when the input does not fit its schema.
 */
export function defineVerb<S extends z.ZodType, O>(spec: VerbSpec<S, O>): Verb<O> {
  const verb = async (ctx: ServiceContext, input: unknown): Promise<O> => {
    requireRole(ctx.actor, spec.role)
    return spec.run(ctx, parseInput(spec.input, input))
  }
  return Object.assign(verb, { role: spec.role, summary: spec.summary, input: spec.input })
}
