import { pointerTo } from '../document/pointer'
import type { UserPoolClient } from '../world'
import { DEFAULT_AUTH_FLOWS } from './client-shape'
import { choose } from './merge'
import type { PoolDocument } from './workspace-shape'
import { type ApplyContext, newSecret } from './world-context'

export type ClientDocument = NonNullable<PoolDocument['clients']>[number]
type Unit = 'seconds' | 'minutes' | 'hours' | 'days'

export const UNIT_SEC: Readonly<Record<Unit, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }
const MINUTE = 60
const DAY = 86_400

/** Lifetimes and their bounds. Source: CreateUserPoolClient, AccessTokenValidity and the like. */
const TOKENS = {
  IdToken: { field: 'IdTokenValidity', unit: 'hours', defaultSec: 60 * MINUTE, minSec: 5 * MINUTE, maxSec: DAY },
  AccessToken: { field: 'AccessTokenValidity', unit: 'hours', defaultSec: 60 * MINUTE, minSec: 5 * MINUTE, maxSec: DAY },
  RefreshToken: { field: 'RefreshTokenValidity', unit: 'days', defaultSec: 30 * DAY, minSec: 60 * MINUTE, maxSec: 3650 * DAY },
} as const

const SECRET_CHARS = 52

export function applyClient(
  doc: ClientDocument,
  stored: UserPoolClient | undefined,
  pointer: string,
  context: ApplyContext,
): UserPoolClient {
  const id = doc.ClientId ?? ''
  return {
    id,
    name: choose(context, doc.ClientName, stored?.name, id),
    secret: secretOf(doc, stored, pointer, context),
    explicitAuthFlows: choose(context, doc.ExplicitAuthFlows, stored?.explicitAuthFlows, DEFAULT_AUTH_FLOWS),
    idTokenValiditySec: validityOf('IdToken', doc, stored?.idTokenValiditySec, pointer, context),
    accessTokenValiditySec: validityOf('AccessToken', doc, stored?.accessTokenValiditySec, pointer, context),
    refreshTokenValiditySec: validityOf('RefreshToken', doc, stored?.refreshTokenValiditySec, pointer, context),
    preventUserExistenceErrors: choose(
      context,
      doc.PreventUserExistenceErrors && doc.PreventUserExistenceErrors === 'ENABLED',
      stored?.preventUserExistenceErrors,
      false,
    ),
  }
}

/** GenerateSecret false: none; a given secret: that; true: the stored or a new one; neither: as it is. */
function secretOf(
  doc: ClientDocument,
  stored: UserPoolClient | undefined,
  pointer: string,
  { generate, problems }: ApplyContext,
): string | null {
  if (doc.GenerateSecret === false) {
    if (doc.ClientSecret !== undefined)
      problems.error(pointerTo(pointer, 'ClientSecret'), 'invalid_value', 'GenerateSecret is false: a public client has no secret.')
    return null
  }
  if (doc.ClientSecret !== undefined) return doc.ClientSecret
  if (stored?.secret) return stored.secret
  return doc.GenerateSecret ? newSecret(SECRET_CHARS, generate) : null
}

function validityOf(
  token: keyof typeof TOKENS,
  doc: ClientDocument,
  stored: number | undefined,
  pointer: string,
  context: ApplyContext,
): number {
  const rule = TOKENS[token]
  const given = doc[rule.field]
  const unit = doc.TokenValidityUnits?.[token]
  const at = pointerTo(pointer, rule.field)
  if (given === undefined || given === 0) {
    if (given === undefined && unit !== undefined && unit !== rule.unit)
      context.problems.error(at, 'required', `A unit without ${rule.field}.`)
    return choose(context, given === 0 ? rule.defaultSec : undefined, stored, rule.defaultSec)
  }
  const seconds = given * UNIT_SEC[unit ?? rule.unit]
  if (seconds < rule.minSec || seconds > rule.maxSec) {
    context.problems.error(at, 'invalid_value', `The lifetime is between ${rule.minSec} and ${rule.maxSec} seconds.`)
  }
  return seconds
}
