/** Callers of the playground: facts instead of credentials. */
import type { EvaluateCaller } from '../domain/evaluate'
import { tagFactsOf } from './compile/tag-facts'
import { type Exchange, PASS, refuse, type StageResult } from './exchange'

const ASSUMED = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/

/** Puts a user, a role with a session, or an assumed-role ARN in the place of an accepted signature. */
export function injectIamCaller(x: Exchange, caller: Extract<EvaluateCaller, { type: 'iam' }>): StageResult {
  const assumed = ASSUMED.exec(caller.arn)
  const principal = assumed ? findRole(x, assumed[1]!, assumed[2]!) : x.snapshot.principals.get(caller.arn)
  if (!principal) return refuse('UNKNOWN_PRINCIPAL', { note: `there is no principal ${caller.arn.slice(0, 256)}` })
  if (principal.type === 'user') {
    x.iam = { principal, accessKeyId: null, session: null }
    return PASS
  }
  x.iam = {
    principal,
    accessKeyId: null,
    session: {
      name: assumed?.[3] ?? caller.session?.name ?? 'session',
      mfaAgeSec: caller.session?.mfaAgeSec ?? null,
      tagFacts: tagFactsOf(Object.entries(caller.session?.tags ?? {})),
    },
  }
  return PASS
}

/** An assumed-role ARN leaves the role's path out. */
function findRole(x: Exchange, account: string, name: string) {
  for (const principal of x.snapshot.principals.values()) {
    if (principal.type === 'role' && principal.account.id === account && principal.name === name) return principal
  }
  return undefined
}
