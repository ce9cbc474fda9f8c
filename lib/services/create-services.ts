import { describeApi } from './describe-api'
import type { Actor, ServicePorts } from './ports'
import { createFirstAdmin } from './session/create-first-admin'
import { createSetupLink } from './session/create-setup-link'
import { redeemSetupLink } from './session/redeem-setup-link'
import { type Credential, resolveActor } from './session/resolve-actor'
import { createSignIn, type SignInConsoleUser } from './session/sign-in-console-user'
import { signOut } from './session/sign-out'
import { type VerbName, type Verbs, verbs } from './verbs'

/** Who calls a verb, and the version that the caller has read. */
export interface ActorContext {
  readonly actor: Actor
  /** Value of If-Match, unquoted. */
  readonly ifMatch?: string
}

type BoundVerbs = {
  readonly [Name in VerbName]: (context: ActorContext, input: unknown) => ReturnType<Verbs[Name]>
}

/** What happens before there is an actor. */
interface SessionServices {
  /** Who a session id or a bearer token belongs to right now; null when it is unknown, expired or revoked. */
  resolveActor(credential: Credential): ReturnType<typeof resolveActor>
  signInConsoleUser: SignInConsoleUser
  signOut(sessionId: string): Promise<void>
  redeemSetupLink(input: unknown): ReturnType<typeof redeemSetupLink>
  createSetupLink(): ReturnType<typeof createSetupLink>
  createFirstAdmin(input: unknown): ReturnType<typeof createFirstAdmin>
  /** OpenAPI 3.1 description of /api/v1. */
  describeApi(): ReturnType<typeof describeApi>
}

export type Services = BoundVerbs & SessionServices

/** Binds every verb to the ports of one process. */
export function createServices(ports: ServicePorts): Services {
  const bound = Object.fromEntries(
    Object.entries(verbs).map(([name, verb]) => [name, (context: ActorContext, input: unknown) => verb({ ports, ...context }, input)]),
  )
  const session: SessionServices = {
    resolveActor: (credential) => resolveActor(ports, credential),
    signInConsoleUser: createSignIn(ports),
    signOut: (sessionId) => signOut(ports, sessionId),
    redeemSetupLink: (input) => redeemSetupLink(ports, input),
    createSetupLink: () => createSetupLink(ports),
    createFirstAdmin: (input) => createFirstAdmin(ports, input),
    describeApi: () => describeApi(ports.settings.publicUrl),
  }
  // fromEntries forgets the names; they are those of `verbs`.
  return { ...(bound as unknown as BoundVerbs), ...session }
}
