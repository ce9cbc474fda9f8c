import type { OperatorFamily } from '../syntax/condition-operator'

/** What is known of a condition key. */
export interface KnownKey {
  /** As AWS writes it; ends with "/" where a tag key follows. */
  readonly name: string
  /** The operator families that can compare its values. */
  readonly families: readonly OperatorFamily[]
  readonly isMultivalued: boolean
}

const STRING: readonly OperatorFamily[] = ['String']
const ARN: readonly OperatorFamily[] = ['Arn', 'String']
const DATE: readonly OperatorFamily[] = ['Date']
const EPOCH: readonly OperatorFamily[] = ['Date', 'Numeric']
const NUMERIC: readonly OperatorFamily[] = ['Numeric']
const BOOL: readonly OperatorFamily[] = ['Bool']
const IP: readonly OperatorFamily[] = ['IpAddress']

const SINGLE: readonly (readonly [readonly OperatorFamily[], string])[] = [
  [DATE, 'CurrentTime TokenIssueTime'],
  [EPOCH, 'EpochTime'],
  [NUMERIC, 'MultiFactorAuthAge'],
  [BOOL, 'SecureTransport ViaAWSService PrincipalIsAWSService MultiFactorAuthPresent'],
  [IP, 'SourceIp VpcSourceIp Ec2InstanceSourcePrivateIPv4'],
  [ARN, 'PrincipalArn SourceArn'],
  [STRING, 'RequestedRegion UserAgent Referer PrincipalAccount PrincipalType userid username ResourceAccount FederatedProvider'],
  [STRING, 'PrincipalOrgID ResourceOrgID SourceOrgID SourceVpc SourceVpce SourceAccount PrincipalServiceName CalledViaFirst CalledViaLast'],
  [
    STRING,
    'SourceIdentity Ec2InstanceSourceVpc AssumedRoot ChatbotSourceArn SourceVpcArn VpceAccount VpceOrgID PrincipalTag/ ResourceTag/ RequestTag/',
  ],
]

const MULTIVALUED = 'PrincipalOrgPaths ResourceOrgPaths SourceOrgPaths TagKeys PrincipalServiceNamesList CalledVia VpceOrgPaths'

/** Global keys by their name in lower case. Source: IAM user guide, reference_policies_condition-keys. */
const GLOBAL_KEYS: ReadonlyMap<string, KnownKey> = new Map(
  [
    ...SINGLE.flatMap(([families, names]) =>
      names.split(' ').map((name): KnownKey => ({ name: `aws:${name}`, families, isMultivalued: false })),
    ),
    ...MULTIVALUED.split(' ').map((name): KnownKey => ({ name: `aws:${name}`, families: STRING, isMultivalued: true })),
  ].map((key) => [key.name.toLowerCase(), key]),
)

/** The global key that a condition names, with or without its tag; null for other keys. Takes lower case. */
export function findGlobalKey(keyLowerCase: string): KnownKey | null {
  const slash = keyLowerCase.indexOf('/')
  return GLOBAL_KEYS.get(slash < 0 ? keyLowerCase : keyLowerCase.slice(0, slash + 1)) ?? null
}

/** Names of all global keys, for completion and for messages. */
export function listGlobalKeys(): readonly KnownKey[] {
  return [...GLOBAL_KEYS.values()]
}
