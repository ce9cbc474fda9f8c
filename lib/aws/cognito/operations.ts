import type { z } from 'zod'
import type { Outcome, UserPools } from '../../userpool'
import { getTokensFromRefreshTokenSchema, getUserSchema, initiateAuthSchema, revokeTokenSchema } from './inputs'

/** What an operation came to; `invalid` lists what is wrong with the input. */
export type OperationResult =
  | { readonly type: 'invalid'; readonly issues: z.core.$ZodIssue[] }
  | { readonly type: 'done'; readonly outcome: Outcome<unknown> }

export type Operation = (userPools: UserPools, input: unknown) => Promise<OperationResult>

/** The operations that are offered, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  [
    'InitiateAuth',
    define(initiateAuthSchema, async (userPools, input) =>
      withOutput(await userPools.initiateAuth(input), (result) => ({ AuthenticationResult: result, ChallengeParameters: {} })),
    ),
  ],
  [
    'GetTokensFromRefreshToken',
    define(getTokensFromRefreshTokenSchema, async (userPools, input) =>
      withOutput(await userPools.getTokensFromRefreshToken(input), (result) => ({ AuthenticationResult: result })),
    ),
  ],
  ['GetUser', define(getUserSchema, (userPools, input) => userPools.getUser(input.AccessToken))],
  ['RevokeToken', define(revokeTokenSchema, (userPools, input) => userPools.revokeToken(input))],
])

function define<S extends z.ZodType>(schema: S, run: (userPools: UserPools, input: z.output<S>) => Promise<Outcome<unknown>>): Operation {
  return async (userPools, input) => {
    const parsed = schema.safeParse(input)
    if (!parsed.success) return { type: 'invalid', issues: parsed.error.issues }
    return { type: 'done', outcome: await run(userPools, parsed.data) }
  }
}

function withOutput<T>(outcome: Outcome<T>, toOutput: (value: T) => unknown): Outcome<unknown> {
  return outcome.ok ? { ok: true, value: toOutput(outcome.value) } : outcome
}
