import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy, type PolicyKind, parsePolicy } from './index'
import { applyFix } from './testing/apply-fix'
import { API, ids, policy } from './testing/make'

const CHECKS = 'Access Analyzer, policy checks reference'
const RULING = 'product ruling'

interface Case {
  readonly id: string
  readonly text: string
  /** What the finding points at. */
  readonly at: string
  readonly kind?: PolicyKind
  /** True when the policy must be refused. */
  readonly blocks?: boolean
  /** True when the fix must make the finding go away. */
  readonly mends?: boolean
  readonly source?: string
}

const V = '"Version":"2012-10-17",'
const identity = (statement: string) => `{${V}"Statement":[${statement}]}`
const S = (rest: string) => identity(`{"Effect":"Allow","Action":"execute-api:Invoke","Resource":"*"${rest}}`)
const A = (action: string) => identity(`{"Effect":"Allow","Action":${action},"Resource":"*"}`)
const R = (resource: string) => identity(`{"Effect":"Allow","Action":"*","Resource":${resource}}`)
const P = (principal: string, rest = '') => identity(`{"Effect":"Allow",${principal},"Action":"execute-api:Invoke","Resource":"*"${rest}}`)
const C = (block: string, effect = 'Allow') => identity(`{"Effect":"${effect}","Action":"*","Resource":"*","Condition":{${block}}}`)

const CORPUS: readonly Case[] = [
  // Syntax and shape
  { id: 'JSON_SYNTAX_ERROR', text: '{"Version":"2012-10-17",}', at: '}', blocks: true },
  { id: 'JSON_SYNTAX_ERROR', text: '', at: '', blocks: true },
  { id: 'DATA_TYPE_MISMATCH', text: '[]', at: '[]', blocks: true },
  { id: 'DATA_TYPE_MISMATCH', text: S(',"Sid":7'), at: '7', blocks: true },
  { id: 'DATA_TYPE_MISMATCH', text: A('{"a":1}'), at: '{"a":1}', blocks: true },
  { id: 'DUPLICATE_KEY', text: S(',"Effect":"Deny"'), at: '"Effect"', blocks: true, source: 'IAM user guide, grammar' },
  { id: 'INVALID_POLICY_ELEMENT', text: S(',"Resources":"*"'), at: '"Resources"', blocks: true },
  {
    id: 'INVALID_POLICY_ELEMENT',
    text: identity('{"effect":"Allow","Action":"*","Resource":"*"}'),
    at: '"effect"',
    blocks: true,
    mends: true,
  },
  { id: 'UNSUPPORTED_ELEMENT_COMBINATION', text: S(',"NotAction":"*"'), at: '"NotAction"', blocks: true },
  { id: 'MISSING_STATEMENT', text: '{"Version":"2012-10-17"}', at: '{"Version":"2012-10-17"}', blocks: true },
  { id: 'MISSING_STATEMENT', text: identity(''), at: '[]', blocks: true },
  { id: 'MISSING_EFFECT', text: identity('{"Action":"*","Resource":"*"}'), at: '{', blocks: true },
  { id: 'MISSING_ACTION', text: identity('{"Effect":"Allow","Resource":"*"}'), at: '{', blocks: true },
  { id: 'MISSING_RESOURCE', text: identity('{"Effect":"Allow","Action":"*"}'), at: '{', blocks: true },
  { id: 'MISSING_PRINCIPAL', text: S(''), at: '{', kind: 'resource', blocks: true },
  { id: 'INVALID_EFFECT', text: identity('{"Effect":"allow","Action":"*","Resource":"*"}'), at: '"allow"', blocks: true, mends: true },
  { id: 'INVALID_EFFECT', text: identity('{"Effect":"Permit","Action":"*","Resource":"*"}'), at: '"Permit"', blocks: true },
  {
    id: 'INVALID_VERSION',
    text: '{"Version":"2012-10-18","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
    at: '"2012-10-18"',
    blocks: true,
    mends: true,
  },
  { id: 'MISSING_VERSION', text: '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}', at: '{', mends: true },
  { id: 'UNSUPPORTED_SID', text: S(',"Sid":"my sid"'), at: '"my sid"', mends: true },
  { id: 'EMPTY_SID_VALUE', text: S(',"Sid":""'), at: '""' },
  {
    id: 'UNIQUE_SIDS_REQUIRED',
    text: identity('{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"}'),
    at: '"A"',
  },
  {
    id: 'UNIQUE_SIDS_RECOMMENDED',
    kind: 'resource',
    text: identity(
      '{"Sid":"A","Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Sid":"A","Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}',
    ),
    at: '"A"',
  },
  // Actions
  { id: 'INVALID_ACTION_FORMAT', text: A('"Invoke"'), at: '"Invoke"', blocks: true, source: 'IAM: actions must be prefaced by a vendor' },
  { id: 'INVALID_ACTION', text: A('"execute-api:Invok"'), at: '"execute-api:Invok"', mends: true },
  { id: 'INVALID_ACTION', text: A('"execute-api:Get*"'), at: '"execute-api:Get*"' },
  { id: 'WILDCARD_IN_SERVICE_NAME', text: A('"exec*:Invoke"'), at: '"exec*:Invoke"' },
  { id: 'EMPTY_ARRAY_ACTION', text: A('[]'), at: '[]' },
  { id: 'REDUNDANT_ACTION', text: A('["execute-api:*","execute-api:Invoke"]'), at: '"execute-api:Invoke"' },
  { id: 'VARIABLE_UNSUPPORTED_IN_ELEMENT', text: A(`"\${aws:username}:x"`), at: `"\${aws:username}:x"`, blocks: true },
  {
    id: 'UNSUPPORTED_ACTION_IN_POLICY',
    kind: 'resource',
    text: identity('{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}'),
    at: '"sts:AssumeRole"',
  },
  // Resources
  { id: 'INVALID_ARN_PREFIX', text: R('"prod/GET/*"'), at: '"prod/GET/*"', blocks: true },
  { id: 'INVALID_ARN_PREFIX', text: R('"execute-api:/*"'), at: '"execute-api:/*"', blocks: true },
  { id: 'MISSING_ARN_FIELD', text: R('"arn:aws:execute-api:*"'), at: '"arn:aws:execute-api:*"' },
  {
    id: 'INVALID_ARN_SERVICE_CASE',
    text: R('"arn:aws:Execute-API:us-east-1:111122223333:*"'),
    at: '"arn:aws:Execute-API:us-east-1:111122223333:*"',
    mends: true,
  },
  { id: 'INVALID_ARN_REGION', text: R('"arn:aws:execute-api:useast1:111122223333:*"'), at: '"arn:aws:execute-api:useast1:111122223333:*"' },
  { id: 'INVALID_ARN_ACCOUNT', text: R('"arn:aws:execute-api:us-east-1:1111:*"'), at: '"arn:aws:execute-api:us-east-1:1111:*"' },
  { id: 'MISSING_ARN_REGION', text: R('"arn:aws:execute-api::111122223333:*"'), at: '"arn:aws:execute-api::111122223333:*"' },
  { id: 'MISSING_ARN_ACCOUNT', text: R('"arn:aws:execute-api:us-east-1::*"'), at: '"arn:aws:execute-api:us-east-1::*"' },
  {
    id: 'INVALID_PARTITION',
    text: R('"arn:amazon:execute-api:us-east-1:111122223333:*"'),
    at: '"arn:amazon:execute-api:us-east-1:111122223333:*"',
  },
  { id: 'EMPTY_ARRAY_RESOURCE', text: R('[]'), at: '[]' },
  { id: 'REDUNDANT_RESOURCE', text: R('["*","arn:aws:s3:::b/*"]'), at: '"arn:aws:s3:::b/*"' },
  {
    id: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
    kind: 'trust',
    text: P('"Principal":{"AWS":"111122223333"}'),
    at: '"Resource"',
    blocks: true,
  },
  // Principals
  { id: 'UNSUPPORTED_PRINCIPAL', text: S(',"Principal":"*"'), at: '"Principal"', blocks: true },
  {
    id: 'INVALID_PRINCIPAL_FORMAT',
    kind: 'resource',
    text: P('"Principal":"111122223333"'),
    at: '"111122223333"',
    blocks: true,
    mends: true,
  },
  { id: 'INVALID_PRINCIPAL_FORMAT', kind: 'resource', text: P('"Principal":{"AWS":"alice"}'), at: '"alice"', blocks: true },
  {
    id: 'INVALID_PRINCIPAL_FORMAT',
    kind: 'resource',
    text: P('"Principal":{"AWS":"arn:aws:iam::111122223333:group/g"}'),
    at: '"arn:aws:iam::111122223333:group/g"',
    blocks: true,
  },
  { id: 'INVALID_PRINCIPAL_KEY', kind: 'resource', text: P('"Principal":{"aws":"*"}'), at: '"aws"', blocks: true, mends: true },
  {
    id: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    kind: 'resource',
    text: P('"Principal":{"AWS":"arn:aws:iam::111122223333:user/*"}'),
    at: '"arn:aws:iam::111122223333:user/*"',
    blocks: true,
  },
  { id: 'INVALID_SERVICE_PRINCIPAL_FORMAT', kind: 'resource', text: P('"Principal":{"Service":"lambda"}'), at: '"lambda"' },
  { id: 'INVALID_ROLE_REFERENCE', kind: 'resource', text: P('"Principal":{"AWS":"AROAEXAMPLE"}'), at: '"AROAEXAMPLE"' },
  { id: 'INVALID_USER_REFERENCE', kind: 'resource', text: P('"Principal":{"AWS":"AIDAEXAMPLE"}'), at: '"AIDAEXAMPLE"' },
  { id: 'EMPTY_OBJECT_PRINCIPAL', kind: 'resource', text: P('"Principal":{}'), at: '{}' },
  { id: 'EMPTY_ARRAY_PRINCIPAL', kind: 'resource', text: P('"Principal":{"AWS":[]}'), at: '[]' },
  { id: 'ALLOW_WITH_NOT_PRINCIPAL', kind: 'resource', text: P('"NotPrincipal":{"AWS":"111122223333"}'), at: '"NotPrincipal"' },
  {
    id: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
    kind: 'trust',
    text: P('"NotPrincipal":{"AWS":"111122223333"}'),
    at: '"NotPrincipal"',
    blocks: true,
  },
  {
    id: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
    kind: 'resource',
    text: P('"Principal":{"Federated":"accounts.google.com"}'),
    at: '"accounts.google.com"',
  },
  {
    id: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    kind: 'resource',
    text: P('"Principal":{"Service":"apigateway.amazonaws.com"}'),
    at: '"Principal"',
  },
  {
    id: 'DENY_WITH_NOT_PRINCIPAL_INCOMPLETE',
    kind: 'resource',
    text: P('"NotPrincipal":{"AWS":"arn:aws:iam::111122223333:user/a"}').replace('Allow', 'Deny'),
    at: '{"AWS":"arn:aws:iam::111122223333:user/a"}',
  },
  // Conditions
  { id: 'INVALID_CONDITION_OPERATOR', text: C('"stringequals":{"aws:username":"a"}'), at: '"stringequals"', blocks: true, mends: true },
  {
    id: 'INVALID_CONDITION_OPERATOR',
    text: C('"forallvalues:stringlikeifexists":{"aws:TagKeys":"a"}'),
    at: '"forallvalues:stringlikeifexists"',
    blocks: true,
    mends: true,
  },
  { id: 'INVALID_CONDITION_OPERATOR', text: C('"StringMatches":{"aws:username":"a"}'), at: '"StringMatches"', blocks: true },
  { id: 'INVALID_CONDITION_KEY_FORMAT', text: C('"StringEquals":{"username":"a"}'), at: '"username"', blocks: true },
  {
    id: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
    text: C('"StringEquals":{"aws:username":"a","aws:UserName":"b"}'),
    at: '"aws:UserName"',
    blocks: true,
  },
  { id: 'NULL_WITH_IF_EXISTS', text: C('"NullIfExists":{"aws:username":"true"}'), at: '"NullIfExists"', blocks: true, mends: true },
  { id: 'NULL_WITH_QUALIFIER', text: C('"ForAnyValue:Null":{"aws:TagKeys":"true"}'), at: '"ForAnyValue:Null"' },
  { id: 'INVALID_CONDITION_DATA_TYPE', text: C('"StringEquals":{"aws:username":["a",1]}'), at: '["a",1]' },
  { id: 'INVALID_CONDITION_MULTIPLE_BOOLEAN', text: C('"Bool":{"aws:SecureTransport":["true","false"]}'), at: '["true","false"]' },
  { id: 'INVALID_GLOBAL_CONDITION_KEY', text: C('"IpAddress":{"aws:SourceIP4":"10.0.0.0/8"}'), at: '"aws:SourceIP4"', mends: true },
  { id: 'UNSUPPORTED_GLOBAL_CONDITION_KEY', text: C('"StringEquals":{"aws:ARN":"x"}'), at: '"aws:ARN"' },
  { id: 'MISSING_TAG_KEY_IN_CONDITION', text: C('"StringEquals":{"aws:PrincipalTag/":"x"}'), at: '"aws:PrincipalTag/"' },
  { id: 'MISSING_QUALIFIER', text: C('"StringEquals":{"aws:TagKeys":"x"}'), at: '"StringEquals"' },
  { id: 'TYPE_MISMATCH', text: C('"StringEquals":{"aws:SourceIp":"10.0.0.1"}'), at: '"StringEquals"' },
  { id: 'TYPE_MISMATCH_BOOLEAN', text: C('"Bool":{"aws:SecureTransport":"yes"}'), at: '"yes"', blocks: true },
  { id: 'TYPE_MISMATCH_DATE', text: C('"DateLessThan":{"aws:CurrentTime":"2026-02-30"}'), at: '"2026-02-30"', blocks: true },
  { id: 'TYPE_MISMATCH_NUMBER', text: C('"NumericLessThan":{"aws:MultiFactorAuthAge":"ten"}'), at: '"ten"', blocks: true },
  { id: 'TYPE_MISMATCH_IP_RANGE', text: C('"IpAddress":{"aws:SourceIp":"10.0.0.0/33"}'), at: '"10.0.0.0/33"', blocks: true },
  { id: 'TYPE_MISMATCH_IP_RANGE', text: C('"IpAddress":{"aws:SourceIp":"010.1.1.1"}'), at: '"010.1.1.1"', blocks: true },
  { id: 'TYPE_MISMATCH_STRING', text: C('"BinaryEquals":{"x:y":"%%"}'), at: '"%%"', blocks: true },
  { id: 'INVALID_DATE_VALUE', text: C('"DateLessThan":{"aws:CurrentTime":"2026"}'), at: '"2026"' },
  { id: 'WILDCARD_WITHOUT_LIKE_OPERATOR', text: C('"StringEquals":{"aws:username":"a*"}'), at: '"a*"', mends: true },
  { id: 'IMPROVE_IP_RANGE', text: C('"IpAddress":{"aws:SourceIp":"203.0.113.9/24"}'), at: '"203.0.113.9/24"', mends: true },
  { id: 'IMPROVE_IP_RANGE', text: C('"IpAddress":{"aws:SourceIp":"2001:db8::1/32"}'), at: '"2001:db8::1/32"', mends: true },
  { id: 'PRIVATE_IP_ADDRESS', text: C('"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}'), at: '"aws:SourceIp":"10.0.0.0/8"', source: RULING },
  { id: 'NOT_IP_ADDRESS_OTHER_FAMILY', text: C('"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}'), at: '"NotIpAddress"', source: RULING },
  {
    id: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    text: C('"ForAllValues:StringEquals":{"aws:username":"a"}'),
    at: '"ForAllValues:StringEquals"',
  },
  {
    id: 'FORALLVALUES_ALLOW_WITHOUT_NULL_CHECK',
    text: C('"ForAllValues:StringEquals":{"aws:TagKeys":"a"}'),
    at: '"ForAllValues:StringEquals"',
    source: RULING,
  },
  { id: 'EMPTY_OBJECT_CONDITION', text: C(''), at: '{}' },
  { id: 'EMPTY_ARRAY_CONDITION', text: C('"StringEquals":{"aws:username":[]}'), at: '[]' },
  { id: 'EMPTY_ARRAY_CONDITION_IFEXISTS', text: C('"StringEqualsIfExists":{"aws:username":[]}'), at: '[]' },
  { id: 'EMPTY_ARRAY_CONDITION_FORALLVALUES', text: C('"ForAllValues:StringEquals":{"aws:TagKeys":[]}'), at: '[]' },
  { id: 'EMPTY_ARRAY_CONDITION_FORANYVALUE', text: C('"ForAnyValue:StringEquals":{"aws:TagKeys":[]}'), at: '[]' },
  { id: 'INVALID_VPC_FORMAT', text: C('"StringEquals":{"aws:SourceVpc":"0a1b"}'), at: '"0a1b"' },
  { id: 'INVALID_VPCE_FORMAT', text: C('"StringEquals":{"aws:SourceVpce":"vpc-0a1b"}'), at: '"vpc-0a1b"' },
  // Variables
  { id: 'MISSING_BRACE_IN_VARIABLE', text: C(`"StringEquals":{"aws:username":"\${aws:userid"}`), at: `"\${aws:userid"`, blocks: true },
  {
    id: 'MISSING_QUOTE_IN_VARIABLE',
    text: C(`"StringEquals":{"aws:username":"\${aws:userid, none}"}`),
    at: `"\${aws:userid, none}"`,
    blocks: true,
  },
  {
    id: 'UNSUPPORTED_SPACE_IN_VARIABLE',
    text: C(`"StringEquals":{"aws:username":"\${ aws:userid}"}`),
    at: `"\${ aws:userid}"`,
    blocks: true,
  },
  { id: 'EMPTY_VARIABLE', text: R(`"arn:aws:s3:::b/\${}"`), at: `"arn:aws:s3:::b/\${}"`, blocks: true },
  { id: 'INVALID_VARIABLE_FOR_OPERATOR', text: C(`"NumericEquals":{"x:y":"\${aws:userid}"}`), at: `"\${aws:userid}"`, blocks: true },
  { id: 'VARIABLE_UNSUPPORTED_IN_ELEMENT', text: R(`"arn:aws:s3:\${aws:userid}::b"`), at: `"arn:aws:s3:\${aws:userid}::b"`, blocks: true },
  {
    id: 'VARIABLE_UNSUPPORTED_IN_VERSION',
    text: R(`"arn:aws:s3:::b/\${aws:userid}"`).replace('2012-10-17', '2008-10-17'),
    at: `"arn:aws:s3:::b/\${aws:userid}"`,
    source: 'IAM user guide, reference_policies_elements_version',
  },
  {
    id: 'VARIABLE_IN_DENY_NOT_RESOURCE',
    text: R(`"arn:aws:s3:::b/\${aws:userid}"`).replace('Allow', 'Deny').replace('Resource', 'NotResource'),
    at: `"arn:aws:s3:::b/\${aws:userid}"`,
    source: RULING,
  },
  {
    id: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
    kind: 'trust',
    text: identity('{"Effect":"Allow","Principal":{"Federated":"accounts.google.com"},"Action":"sts:AssumeRoleWithWebIdentity"}'),
    at: '"Principal"',
  },
  {
    id: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    kind: 'trust',
    text: identity('{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}'),
    at: '"Principal"',
  },
  { id: 'INVALID_SERVICE_CONDITION_KEY', text: C('"StringEquals":{"execute-api:nope":"a"}'), at: '"execute-api:nope"' },
  {
    id: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
    kind: 'resource',
    text: identity('{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::b"}'),
    at: '"arn:aws:s3:::b"',
  },
  {
    id: 'INVALID_ARN_RESOURCE',
    text: R('"arn:aws:execute-api:us-east-1:111122223333:"'),
    at: '"arn:aws:execute-api:us-east-1:111122223333:"',
  },
  {
    id: 'PRIVATE_NOT_IP_ADDRESS',
    text: C('"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8","fd00::/8"]}', 'Deny'),
    at: '"aws:SourceIp":["10.0.0.0/8","fd00::/8"]',
    source: RULING,
  },
  { id: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', text: S(`,"Sid":"${'a'.repeat(6144)}"`), at: '{' },
  {
    id: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
    kind: 'trust',
    text: identity(`{"Sid":"${'a'.repeat(2048)}","Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"sts:AssumeRole"}`),
    at: '{',
  },
  { id: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA', kind: 'scp', text: S(' '.repeat(10240)), at: '{' },
  // The whole
  {
    id: 'UNSUPPORTED_CHARACTER',
    text: S(',"Sid":"\u2713"').replace('\\u2713', '\u2713'),
    at: '\u2713',
    source: 'IAM user guide, reference_iam-quotas',
  },
  {
    id: 'REDUNDANT_STATEMENT',
    text: identity('{"Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"B","Effect":"Allow","Action":"*","Resource":"*"}'),
    at: '{',
  },
  { id: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', kind: 'resource', text: P('"Principal":"*"', ' '.repeat(8192)), at: '{' },
]

describe('parsePolicy', () => {
  it.each(CORPUS.map((row) => [`${row.id} at ${row.at.slice(0, 60)}`, row] as const))('%s', (_, row) => {
    const kind = row.kind ?? 'identity'
    const found = parsePolicy(row.text, kind).findings.filter(({ id }) => id === row.id)
    expect(
      found.map(({ range }) => row.text.slice(range.start, range.end)),
      row.source ?? CHECKS,
    ).toContain(row.at)
    for (const finding of found) {
      expect(finding.message).not.toContain('\n')
      expect(finding.blocksSaving).toBe(row.blocks ?? false)
      expect(finding.fix !== undefined, 'a fix').toBe(row.mends ?? finding.fix !== undefined)
      if (row.mends === true) expect(ids(parsePolicy(applyFix(row.text, finding), kind).findings)).not.toContain(row.id)
    }
    expect(compilePolicy(row.text, { kind, source: { type: 'inline', id: '', name: '' }, api: API }).ok).toBe(!(row.blocks ?? false))
  })

  it('gives all findings at once, in text order', () => {
    const text = '{"Statement":[{"effect":"Allow","Action":"Invoke"},{"Effect":"allow","Action":[],"Resource":"x"}]}'
    const findings = parsePolicy(text, 'identity').findings
    expect(ids(findings)).toEqual([
      'MISSING_VERSION',
      'MISSING_EFFECT',
      'MISSING_RESOURCE',
      'INVALID_POLICY_ELEMENT',
      'INVALID_ACTION_FORMAT',
      'INVALID_EFFECT',
      'EMPTY_ARRAY_ACTION',
      'INVALID_ARN_PREFIX',
    ])
  })

  it('points into the document', () => {
    const { findings } = parsePolicy(C('"StringEquals":{"aws:PrincipalTag/a":[]}'), 'identity')
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/Statement/0/Condition/StringEquals/aws:PrincipalTag~1a'])
  })

  it('never throws, whatever is put in', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"Statement"',
      '"Effect"',
      '"Allow"',
      '"Principal"',
      '"Condition"',
      `"\${a"`,
      '"*"',
      'null',
      '1',
      '"Null"',
      '"Action"',
      '"Resource"',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom<PolicyKind>('identity', 'resource', 'trust'), (pieces, kind) => {
        const text = pieces.join('')
        const { findings } = parsePolicy(text, kind)
        const { ok } = compilePolicy(text, { kind, source: { type: 'inline', id: '', name: '' }, api: API })
        expect(ok).toBe(!findings.some(({ blocksSaving }) => blocksSaving))
        for (const { range } of findings) expect(text.slice(range.start, range.end).length).toBe(range.end - range.start)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes what looks like a variable for text in version 2008-10-17', () => {
    const text = C(`"StringEquals":{"aws:username":"\${aws:userid"}`).replace('2012-10-17', '2008-10-17')
    expect(parsePolicy(text, 'identity').findings.filter(({ blocksSaving }) => blocksSaving)).toEqual([])
  })

  it('stays quick on much that is wrong', () => {
    const keys = Array.from({ length: 3000 }, (_, index) => `"aws:Unknown${index}":"${'$'.repeat(20)}"`)
    const { findings } = parsePolicy(C(`"StringEquals":{${keys.join(',')}}`), 'identity')
    expect(findings.length).toBeLessThanOrEqual(500)
  })

  it('reads a statement that is not in a list', () => {
    expect(policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }).statementCount).toBe(1)
  })
})
