/** Where the names in a sentence or a tree lead. */
import type { SentencePart } from '@/lib/domain/decision'
import type { PolicySource, TextRange } from '@/lib/policy/types'

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
      return `/apis/${encodeURIComponent(head)}/authorizers`
    case 'statement':
      return head.startsWith('arn:') ? policyHref(head) : `/apis/${encodeURIComponent(head)}/policy?sid=${encodeURIComponent(tail)}`
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

export function principalHref(arn: string): string {
  return `/accounts/principals/${encodeURIComponent(arn)}`
}

export function managedPolicyHref(arn: string): string {
  return `/accounts/policies/${encodeURIComponent(arn)}`
}

export function functionHref(id: string): string | null {
  const arn = /^arn:[^:]+:lambda:([^:]+):(\d+):function:(.+)$/.exec(id)
  if (arn) return `/authorizers/${arn[2]}/${arn[1]}/${encodeURIComponent(arn[3] ?? '')}`
  const [account, region, name] = id.split('/')
  return account && region && name ? `/authorizers/${account}/${region}/${encodeURIComponent(name)}` : null
}

/** An inline policy is named by its principal's ARN and its own name, a managed one by its ARN. */
function policyHref(id: string): string | null {
  if (/:policy\//.test(id) && !id.includes('#')) return managedPolicyHref(id)
  const [arn = '', name] = id.split('#')
  if (!arn.startsWith('arn:')) return null
  return name ? `${principalHref(arn)}?policy=${encodeURIComponent(name)}` : principalHref(arn)
}

/** Where the text of a policy can be edited, with the statement selected. */
export function sourceHref(source: PolicySource, range?: TextRange): string | null {
  const at = range ? `at=${range.start}-${range.end}` : ''
  switch (source.type) {
    case 'api':
      return join(`/apis/${encodeURIComponent(source.id)}/policy`, at)
    case 'managed':
    case 'boundary':
    case 'inline': {
      const href = policyHref(source.id)
      return href && join(href, at)
    }
    case 'role':
      return join(principalHref(source.id), at)
    default:
      return null
  }
}

function join(href: string, query: string): string {
  if (!query) return href
  return `${href}${href.includes('?') ? '&' : '?'}${query}`
}
