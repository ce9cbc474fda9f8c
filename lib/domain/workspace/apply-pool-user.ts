import { pointerTo } from '../document/pointer'
import type { PasswordPolicy, PoolUser } from '../world'
import { choose } from './merge'
import { findPasswordFault } from './password-policy'
import type { PoolDocument } from './workspace-shape'
import { type ApplyContext, placeOf } from './world-context'

export type PoolUserDocument = NonNullable<PoolDocument['users']>[number]

interface UserPlace {
  readonly pool: string
  readonly policy: PasswordPolicy
  readonly pointer: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function applyPoolUser(
  doc: PoolUserDocument,
  stored: PoolUser | undefined,
  place: UserPlace,
  context: ApplyContext,
): Promise<PoolUser> {
  const username = doc.Username ?? ''
  context.places.set(placeOf('userPoolUser', `${place.pool}/${username}`), place.pointer)
  const given = doc.UserAttributes ?? doc.Attributes
  const sub = given?.find((attribute) => attribute.Name === 'sub')?.Value
  if (sub !== undefined && !UUID.test(sub))
    context.problems.error(place.pointer, 'invalid_value', 'The attribute sub is a UUID in lower case.')
  checkAttributes(given, place.pointer, context)
  const status = choose(context, doc.UserStatus, stored?.status, 'CONFIRMED')
  const passwordHash = await passwordHashOf(doc, stored, place, context)
  if (passwordHash === null && status === 'CONFIRMED') {
    context.problems.error(pointerTo(place.pointer, 'Password'), 'secret_required', `The user ${username} is new here: give a password.`)
  }
  return {
    username,
    sub: sub ?? stored?.sub ?? context.generate.uuid(),
    enabled: choose(context, doc.Enabled, stored?.enabled, true),
    status,
    attributes: choose(
      context,
      given?.filter(({ Name }) => Name !== 'sub').map(({ Name, Value }) => ({ name: Name, value: Value })),
      stored?.attributes,
      [],
    ),
    groups: choose(context, doc.Groups && [...new Set(doc.Groups)], stored?.groups, []),
    passwordHash,
  }
}

function checkAttributes(given: PoolUserDocument['UserAttributes'], pointer: string, { problems }: ApplyContext): void {
  const seen = new Set<string>()
  given?.forEach(({ Name }, index) => {
    const at = pointerTo(pointer, 'UserAttributes', index)
    if (Name.startsWith('custom:') || Name.startsWith('dev:')) problems.notSupported(at, 'Custom attributes cannot be enforced.')
    if (seen.has(Name)) problems.error(at, 'duplicate_key', `${Name} stands here twice.`)
    seen.add(Name)
  })
}

/** A password that matches the stored hash changes nothing; a missing one keeps what is stored. */
async function passwordHashOf(
  doc: PoolUserDocument,
  stored: PoolUser | undefined,
  { policy, pointer }: UserPlace,
  { generate, problems }: ApplyContext,
): Promise<string | null> {
  const at = pointerTo(pointer, 'Password')
  if (doc.Password !== undefined && doc.PasswordHash !== undefined)
    problems.error(at, 'invalid_value', 'Give Password or PasswordHash, not both.')
  if (doc.PasswordHash !== undefined) return doc.PasswordHash
  if (doc.Password === undefined) return stored?.passwordHash ?? null
  if (stored?.passwordHash && (await generate.verifyPassword(doc.Password, stored.passwordHash))) return stored.passwordHash
  const fault = findPasswordFault(doc.Password, policy)
  if (fault) {
    problems.error(at, 'invalid_password', `Password did not conform with policy: ${fault}`)
    return ''
  }
  return generate.hashPassword(doc.Password)
}
