import type { Reporter } from '../../finding/reporter'
import type { Condition } from '../../syntax/document'
import type { ApiFacts } from '../../types'
import type { Coverage, StatementCoverage } from './coverage'

/** Keys that only a signed request has. Source: developer guide, apigateway-resource-policies-aws-condition-keys. */
const SIGNED_KEYS =
  /^aws:(tokenissuetime|multifactorauthpresent|multifactorauthage|principalaccount|principalarn|principalorgid|principalorgpaths|principaltag\/.+|principaltype|userid|username)$/

const VPC_KEYS = ['aws:sourcevpc', 'aws:sourcevpce', 'aws:vpcsourceip']

/** Condition keys that the requests of the API, or of the methods a statement is about, never have. */
export function checkKeys({ api, statements }: Coverage, reporter: Reporter): void {
  for (const coverage of statements) {
    for (const condition of coverage.statement.conditions) {
      checkNetworkKey(condition, api, reporter)
      checkSignedKey(condition, coverage, reporter)
    }
  }
}

function checkNetworkKey(condition: Condition, api: ApiFacts, reporter: Reporter): void {
  const key = condition.key.value.toLowerCase()
  const isPrivate = api.endpointType === 'PRIVATE'
  if (VPC_KEYS.includes(key) && !isPrivate) {
    const message = `Requests to this API have no ${condition.key.value}, only those to a private API do. ${consequence(condition)}`
    reporter.add('APIGW_VPC_KEY_ON_PUBLIC_API', condition.key, message)
  }
  if (key === 'aws:sourceip' && isPrivate) {
    const message = `Through a VPC endpoint the caller's address is in aws:VpcSourceIp, not in aws:SourceIp. ${consequence(condition)}`
    reporter.add('APIGW_SOURCE_IP_ON_PRIVATE_API', condition.key, message)
  }
}

function checkSignedKey(condition: Condition, { routes }: StatementCoverage, reporter: Reporter): void {
  const key = condition.key.value
  if (!SIGNED_KEYS.test(key.toLowerCase()) || routes.length === 0) return
  const unsigned = routes.filter(({ auth }) => auth !== 'AWS_IAM')
  if (unsigned.length < routes.length) return
  const message = `Only AWS_IAM methods have ${key}, and this statement is about none of them. ${consequence(condition)}`
  reporter.add('APIGW_KEY_ABSENT_FOR_AUTH', condition.key, message)
}

/** What the operator makes of a missing key. */
function consequence({ operator, values }: Condition): string {
  const matches =
    operator.family === 'Null'
      ? values.some(({ value }) => value.toLowerCase() === 'true')
      : operator.qualifier === 'ForAllValues' || (operator.qualifier === null && operator.negated) || operator.ifExists
  return matches ? 'The condition always matches.' : 'The condition never matches.'
}
