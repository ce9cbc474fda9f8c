/** Where the names in a sentence or a tree lead. */
import type { SentencePart } from '@/lib/domain/decision'
import type { PolicySource, StatementTrace } from '@/lib/policy'

type Ref = NonNullable<SentencePart['ref']>

/** The console address of a named thing; null when it has no page. */
export function refHref(ref: Ref): string | null {
  const [head = '', ...rest] = ref.id.split('#')
  const tail = rest.join('#')
  switch (ref.kind) {
    case 'api':
      return `/apis/${encodeURIComponent(head)}`
    case 'apiPolicy':
      return `/apis/${encodeURIComponent(head)}/policy`
    case 'route':
      return `/apis/${encodeURIComponent(head)}?route=${encodeURIComponent(tail)}`
    case 'authorizer':
      return authorizerHref(ref.id)
    case 'statement':
      return statementHref(ref.id)
    case 'iamPolicy':
      return policyHref(ref.id)
    case 'principal':
      return principalHref(ref.id)
    case 'userPool':
      return `/pools/${encodeURIComponent(head)}`
    case 'function':
      return functionHref(ref.id)
  }
}

/** The page of a user, group, role or managed policy. */
export function principalHref(arn: string): string {
  return `/accounts/${encodeURIComponent(arn)}`
}

/** `{policy}#{sid or index}`, where the policy is an API's id, `{api}#{authorizer}`, an ARN, or `{principal ARN}#{inline name}`. */
function statementHref(id: string): string | null {
  const cut = id.lastIndexOf('#')
  const policy = id.slice(0, cut)
  const sid = `sid=${encodeURIComponent(id.slice(cut + 1))}`
  if (policy.startsWith('arn:')) return join(policyHref(policy) ?? '/accounts', sid)
  if (policy.includes('#')) return authorizerHref(policy)
  return join(`/apis/${encodeURIComponent(policy)}/policy`, sid)
}

function authorizerHref(id: string): string {
  return `/apis/${encodeURIComponent(id.split('#')[0] ?? '')}/authorizers`
}

/** `account/region/name` */
export function functionHref(id: string): string | null {
  const [account, region, name] = id.split('/')
  return account && region && name ? `/authorizers/${encodeURIComponent(id)}` : null
}

/** An inline policy is named by its principal's ARN and its own name, a managed one by its ARN. */
function policyHref(id: string): string | null {
  const [arn = '', name] = id.split('#')
  if (!arn.startsWith('arn:')) return null
  return name ? `${principalHref(arn)}?policy=${encodeURIComponent(name)}` : principalHref(arn)
}

/** Where the text of a policy can be edited, with the statement selected. */
export function sourceHref(source: PolicySource, statement?: Pick<StatementTrace, 'sid' | 'index'>): string | null {
  const query = statement ? `sid=${encodeURIComponent(statement.sid || statement.index)}` : ''
  switch (source.type) {
    case 'api':
      return join(`/apis/${encodeURIComponent(source.id)}/policy`, query)
    case 'managed':
    case 'boundary':
    case 'inline': {
      const href = policyHref(source.id)
      return href && join(href, query)
    }
    case 'role':
      return join(principalHref(source.id), query)
    case 'authorizer':
      return authorizerHref(source.id)
    default:
      return null
  }
}

function join(href: string, query: string): string {
  if (!query) return href
  return `${href}${href.includes('?') ? '&' : '?'}${query}`
}
