import { Globe, KeyRound, SquareFunction, Users } from 'lucide-react'
import type { AuthorizerSpec, RouteAuth } from '@/lib/domain/derived-api'

export const AUTH_ICON = { NONE: Globe, AWS_IAM: KeyRound, COGNITO_USER_POOLS: Users, CUSTOM: SquareFunction } as const

/** Name and the short facts of a route's authorization. */
export function describeAuth(auth: RouteAuth, authorizers: readonly AuthorizerSpec[]): { readonly name: string; readonly facts: string } {
  if (auth.type === 'NONE') return { name: 'none', facts: '' }
  if (auth.type === 'AWS_IAM') return { name: 'AWS_IAM', facts: '' }
  if (auth.type === 'COGNITO_USER_POOLS')
    return { name: auth.authorizer, facts: auth.scopes.length > 0 ? auth.scopes.join(' ') : 'ID token' }
  const spec = authorizers.find((item) => item.name === auth.authorizer)
  if (!spec || spec.type === 'COGNITO_USER_POOLS') return { name: auth.authorizer, facts: '' }
  return { name: auth.authorizer, facts: spec.ttlSec > 0 ? `${spec.type}, ${spec.ttlSec} s` : spec.type }
}

export function AuthLook({ auth, authorizers }: { readonly auth: RouteAuth; readonly authorizers: readonly AuthorizerSpec[] }) {
  const Icon = AUTH_ICON[auth.type]
  const { name, facts } = describeAuth(auth, authorizers)
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-3" />
      <span className="cut">{name}</span>
      {facts && <span className="cut text-meta text-ink-3 max-lg:hidden">{facts}</span>}
    </span>
  )
}
