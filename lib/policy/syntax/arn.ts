import { replaceWith } from '../finding/reporter'
import type { Text } from './document'
import { type ElementContext, quote } from './elements'

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f', 'aws-eusc']
const WILDCARD = /[*?]/

/** Checks a resource that starts with "arn:". What matches nothing at all is refused, the rest is AWS's opinion. */
export function checkArn(resource: Text, { kind, reporter }: ElementContext): void {
  const { value } = resource
  const [, partition = '', service = '', region, account, ...rest] = value.split(':')
  if (account === undefined || rest.length === 0) {
    const message = `An ARN has six fields: arn:partition:service:region:account:resource. ${quote(value)} has ${value.split(':').length}.`
    reporter.add('MISSING_ARN_FIELD', resource, message)
    return
  }
  if (!WILDCARD.test(partition) && !PARTITIONS.includes(partition)) {
    reporter.add('INVALID_PARTITION', resource, `There is no partition ${quote(partition)}: most ARNs start with arn:aws:.`)
  }
  if (service !== service.toLowerCase()) {
    const fixed = ['arn', partition, service.toLowerCase(), region, account, ...rest].join(':')
    const message = `The service in an ARN is written in lower case: ${service.toLowerCase()}.`
    reporter.add('INVALID_ARN_SERVICE_CASE', resource, message, replaceWith(resource.range, JSON.stringify(fixed)))
  }
  if (kind === 'resource' && !WILDCARD.test(service) && service.toLowerCase() !== 'execute-api') {
    reporter.add(
      'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
      resource,
      `An API's resource policy is about execute-api; ${quote(value)} never occurs.`,
    )
  }
  checkRegion(resource, service.toLowerCase(), region ?? '', reporter)
  checkAccount(resource, service.toLowerCase(), account, reporter)
  if (rest.join(':') === '') reporter.add('INVALID_ARN_RESOURCE', resource, 'The resource field of the ARN is empty.')
}

function checkRegion(resource: Text, service: string, region: string, reporter: ElementContext['reporter']): void {
  if (region === '' && service === 'execute-api') reporter.add('MISSING_ARN_REGION', resource, 'An execute-api ARN names a Region.')
  else if (region !== '' && !WILDCARD.test(region) && !/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(region)) {
    reporter.add('INVALID_ARN_REGION', resource, `${quote(region)} is no Region.`)
  }
}

function checkAccount(resource: Text, service: string, account: string, reporter: ElementContext['reporter']): void {
  if (account === '' && service === 'execute-api') {
    reporter.add('MISSING_ARN_ACCOUNT', resource, 'An execute-api ARN names an account.')
  } else if (account !== '' && account !== 'aws' && !WILDCARD.test(account) && !/^\d{12}$/.test(account)) {
    reporter.add('INVALID_ARN_ACCOUNT', resource, `${quote(account)} is no account: an account id has 12 digits.`)
  }
}
