import { describe, expect, it } from 'vitest'
import { decidePolicy, type Fact } from '../index'
import { policy, request } from '../testing/make'

/** A condition block, the facts, and whether a statement with it matches. */
interface Case {
  readonly source: string
  readonly block: Record<string, Record<string, unknown>>
  readonly facts: Record<string, Fact>
  readonly matches: boolean
}

const OPERATORS = 'IAM user guide, reference_policies_elements_condition_operators'
const MULTI = 'IAM user guide, reference_policies_condition-single-vs-multi-valued-context-keys'
const VARIABLES = 'IAM user guide, reference_policies_variables'

function cases(source: string, rows: readonly [Case['block'], Case['facts'], boolean][]): Case[] {
  return rows.map(([block, facts, matches]) => ({ source, block, facts, matches }))
}

const IP = 'aws:SourceIp'
const TAG = 'aws:PrincipalTag/team'

const CORPUS: readonly Case[] = [
  ...cases(`${OPERATORS}#String`, [
    [{ StringEquals: { [TAG]: 'Blue' } }, { [TAG]: 'Blue' }, true],
    [{ StringEquals: { [TAG]: 'Blue' } }, { [TAG]: 'blue' }, false],
    [{ StringEquals: { [TAG]: ['a', 'b', 'c', 'd', 'Blue'] } }, { [TAG]: 'Blue' }, true],
    [{ StringEquals: { [TAG]: 'Bl*' } }, { [TAG]: 'Blue' }, false],
    [{ StringNotEquals: { [TAG]: ['a', 'Blue'] } }, { [TAG]: 'Blue' }, false],
    [{ StringNotEquals: { [TAG]: ['a', 'b'] } }, { [TAG]: 'Blue' }, true],
    [{ StringEqualsIgnoreCase: { [TAG]: 'BLUE' } }, { [TAG]: 'blUe' }, true],
    [{ StringNotEqualsIgnoreCase: { [TAG]: 'BLUE' } }, { [TAG]: 'blUe' }, false],
    [{ StringLike: { [TAG]: 'Bl*' } }, { [TAG]: 'Blue' }, true],
    [{ StringLike: { [TAG]: 'Bl?e' } }, { [TAG]: 'Blue' }, true],
    [{ StringLike: { [TAG]: 'bl*' } }, { [TAG]: 'Blue' }, false],
    [{ StringLike: { [TAG]: '*' } }, { [TAG]: '' }, true],
    [{ StringLike: { [TAG]: 'a*b*c' } }, { [TAG]: 'a-b-b-c' }, true],
    [{ StringLike: { [TAG]: 'a*b*c' } }, { [TAG]: 'a-c-b' }, false],
    [{ StringNotLike: { [TAG]: 'Bl*' } }, { [TAG]: 'Blue' }, false],
    [{ StringEquals: { 'AWS:PRINCIPALTAG/TEAM': 'Blue' } }, { [TAG]: 'Blue' }, true],
  ]),
  ...cases(`${OPERATORS}#Numeric`, [
    [{ NumericEquals: { 'aws:MultiFactorAuthAge': '10' } }, { 'aws:MultiFactorAuthAge': '10.0' }, true],
    [{ NumericNotEquals: { 'aws:MultiFactorAuthAge': '10' } }, { 'aws:MultiFactorAuthAge': '11' }, true],
    [{ NumericNotEquals: { 'aws:MultiFactorAuthAge': '10' } }, { 'aws:MultiFactorAuthAge': 'ten' }, false],
    [{ NumericLessThan: { 'aws:MultiFactorAuthAge': 900 } }, { 'aws:MultiFactorAuthAge': '899' }, true],
    [{ NumericLessThan: { 'aws:MultiFactorAuthAge': 900 } }, { 'aws:MultiFactorAuthAge': '900' }, false],
    [{ NumericLessThanEquals: { 'aws:MultiFactorAuthAge': 900 } }, { 'aws:MultiFactorAuthAge': '900' }, true],
    [{ NumericGreaterThan: { 'aws:MultiFactorAuthAge': -1 } }, { 'aws:MultiFactorAuthAge': '0' }, true],
    [{ NumericGreaterThanEquals: { 'aws:MultiFactorAuthAge': '0.5' } }, { 'aws:MultiFactorAuthAge': '.5' }, true],
    [{ NumericLessThan: { 'aws:MultiFactorAuthAge': 900 } }, { 'aws:MultiFactorAuthAge': '' }, false],
  ]),
  ...cases(`${OPERATORS}#Date`, [
    [{ DateGreaterThan: { 'aws:CurrentTime': '2026-05-01T09:00:00Z' } }, { 'aws:CurrentTime': '2026-05-01T09:00:01Z' }, true],
    [{ DateLessThan: { 'aws:CurrentTime': '2026-05-01T11:00:00+02:00' } }, { 'aws:CurrentTime': '2026-05-01T08:59:59Z' }, true],
    [{ DateLessThan: { 'aws:CurrentTime': '2026-05-01T11:00:00+02:00' } }, { 'aws:CurrentTime': '2026-05-01T09:00:00Z' }, false],
    [{ DateEquals: { 'aws:CurrentTime': '2026-05-01' } }, { 'aws:CurrentTime': '2026-05-01T00:00:00.000Z' }, true],
    [{ DateEquals: { 'aws:CurrentTime': '1777593600' } }, { 'aws:CurrentTime': '2026-05-01T00:00Z' }, true],
    [{ DateNotEquals: { 'aws:CurrentTime': '2026' } }, { 'aws:CurrentTime': '2026-01-01' }, false],
    [{ DateGreaterThanEquals: { 'aws:CurrentTime': '2026-05' } }, { 'aws:CurrentTime': '2026-05-01T00:00:00Z' }, true],
    [{ DateLessThanEquals: { 'aws:EpochTime': 1777593600 } }, { 'aws:EpochTime': '1777593600' }, true],
    [{ DateNotEquals: { 'aws:CurrentTime': '2026' } }, { 'aws:CurrentTime': 'yesterday' }, false],
    [{ NumericLessThan: { 'aws:EpochTime': 1777593600 } }, { 'aws:EpochTime': '1777593599' }, true],
  ]),
  ...cases(`${OPERATORS}#Boolean`, [
    [{ Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': 'true' }, true],
    [{ Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'True' }, true],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': 'true' }, false],
    [{ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, {}, false],
    [{ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }, {}, true],
  ]),
  ...cases(`${OPERATORS}#Binary`, [
    [{ BinaryEquals: { 'x:key': 'QmluYXJ5VmFsdWVJbkJhc2U2NA==' } }, { 'x:key': 'QmluYXJ5VmFsdWVJbkJhc2U2NA' }, true],
    [{ BinaryEquals: { 'x:key': 'AAEC' } }, { 'x:key': 'AAED' }, false],
  ]),
  ...cases(`${OPERATORS}#IPAddress`, [
    [{ IpAddress: { [IP]: '203.0.113.0/24' } }, { [IP]: '203.0.113.255' }, true],
    [{ IpAddress: { [IP]: '203.0.113.0/24' } }, { [IP]: '203.0.114.0' }, false],
    [{ IpAddress: { [IP]: '203.0.113.7' } }, { [IP]: '203.0.113.7' }, true],
    [{ IpAddress: { [IP]: '203.0.113.77/24' } }, { [IP]: '203.0.113.1' }, true],
    [{ IpAddress: { [IP]: '0.0.0.0/0' } }, { [IP]: '255.255.255.255' }, true],
    [{ IpAddress: { [IP]: '0.0.0.0/0' } }, { [IP]: '2001:db8::1' }, false],
    [{ IpAddress: { [IP]: '2001:DB8:1234:5678::/64' } }, { [IP]: '2001:0db8:1234:5678:0:0:0:1' }, true],
    [{ IpAddress: { [IP]: '2001:db8::/32' } }, { [IP]: '2001:db9::' }, false],
    [{ IpAddress: { [IP]: '::/0' } }, { [IP]: '203.0.113.1' }, false],
    [{ IpAddress: { [IP]: '203.0.113.0/24' } }, { [IP]: '::ffff:203.0.113.9' }, true],
    [{ IpAddress: { [IP]: '::ffff:203.0.113.0/120' } }, { [IP]: '203.0.113.9' }, true],
    [{ IpAddress: { [IP]: 'fe80::/10' } }, { [IP]: 'fe80::1%eth0' }, true],
    [{ IpAddress: { [IP]: ['10.0.0.0/8', '192.168.0.0/16'] } }, { [IP]: '192.168.3.4' }, true],
    [{ IpAddress: { [IP]: '10.0.0.0/8' } }, { [IP]: '010.1.1.1' }, false],
    [{ IpAddress: { [IP]: '10.0.0.0/8' } }, { [IP]: '10.1' }, false],
    [{ NotIpAddress: { [IP]: '203.0.113.0/24' } }, { [IP]: '203.0.113.1' }, false],
    [{ NotIpAddress: { [IP]: ['203.0.113.0/24', '198.51.100.0/24'] } }, { [IP]: '192.0.2.1' }, true],
  ]),
  ...cases('Secrets Manager user guide, ip-access: addresses of the other family', [
    [{ NotIpAddress: { [IP]: '203.0.113.0/24' } }, { [IP]: '2001:db8::1' }, true],
    [{ NotIpAddress: { [IP]: '2001:db8::/32' } }, { [IP]: '203.0.113.1' }, true],
  ]),
  ...cases(`${OPERATORS}#ARN`, [
    [
      { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/app-*' } },
      { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app-a/b' },
      true,
    ],
    [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::1111*:role/x' } }, { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x' }, true],
    [{ ArnLike: { 'aws:PrincipalArn': 'arn:*:role/x' } }, { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x' }, false],
    [
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/X' } },
      { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x' },
      false,
    ],
    [{ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }, { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/x' }, true],
    [{ ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }, { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x' }, false],
    [{ ArnLike: { 'aws:SourceArn': '*' } }, { 'aws:SourceArn': 'no-arn' }, false],
  ]),
  ...cases(`${OPERATORS}#Conditions_Null`, [
    [{ Null: { 'aws:TokenIssueTime': 'true' } }, {}, true],
    [{ Null: { 'aws:TokenIssueTime': 'true' } }, { 'aws:TokenIssueTime': '2026-01-01' }, false],
    [{ Null: { 'aws:TokenIssueTime': 'false' } }, { 'aws:TokenIssueTime': '2026-01-01' }, true],
    [{ Null: { 'aws:TokenIssueTime': 'false' } }, { 'aws:TokenIssueTime': '' }, false],
    [{ Null: { 'aws:TagKeys': false } }, { 'aws:TagKeys': [] }, false],
  ]),
  ...cases(`${OPERATORS}#Conditions_IfExists, and missing keys`, [
    [{ StringEquals: { [TAG]: 'x' } }, {}, false],
    [{ StringNotEquals: { [TAG]: 'x' } }, {}, true],
    [{ StringNotLike: { [TAG]: '*' } }, {}, true],
    [{ NotIpAddress: { [IP]: '0.0.0.0/0' } }, {}, true],
    [{ ArnNotLike: { 'aws:PrincipalArn': '*' } }, {}, true],
    [{ NumericNotEquals: { 'aws:MultiFactorAuthAge': 1 } }, {}, true],
    [{ DateLessThan: { 'aws:TokenIssueTime': '2099-01-01' } }, {}, false],
    [{ StringEqualsIfExists: { [TAG]: 'x' } }, {}, true],
    [{ StringEqualsIfExists: { [TAG]: 'x' } }, { [TAG]: 'y' }, false],
    [{ IpAddressIfExists: { [IP]: '10.0.0.0/8' } }, {}, true],
  ]),
  ...cases(MULTI, [
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['a', 'b', 'a'] }, true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['a', 'c'] }, false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }, {}, true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }, { 'aws:TagKeys': [] }, true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } }, { 'aws:TagKeys': [''] }, true],
    [{ 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['a'] } }, { 'aws:TagKeys': ['b', 'c'] }, true],
    [{ 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['a'] } }, { 'aws:TagKeys': ['b', 'a'] }, false],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['x', 'b'] }, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['x'] }, false],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a'] } }, {}, false],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['a'] } }, {}, false],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['a'] } }, { 'aws:TagKeys': ['a', 'b'] }, true],
    [
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-1/*/ou-2/*'] } },
      { 'aws:PrincipalOrgPaths': ['o-1/r-a/ou-2/ou-3/'] },
      true,
    ],
    [{ 'ForAnyValue:StringEqualsIfExists': { 'aws:TagKeys': ['a'] } }, {}, true],
    [{ StringEquals: { 'aws:TagKeys': 'a' } }, { 'aws:TagKeys': ['a'] }, false],
    [{ StringNotEquals: { 'aws:TagKeys': 'a' } }, { 'aws:TagKeys': ['b'] }, false],
    [{ 'ForAnyValue:IpAddress': { [IP]: ['10.0.0.0/8'] } }, { [IP]: '10.0.0.1' }, true],
  ]),
  ...cases(`${MULTI}: empty lists of values`, [
    [{ StringEquals: { [TAG]: [] } }, { [TAG]: 'x' }, false],
    [{ 'ForAllValues:StringEquals': { [TAG]: [] } }, { [TAG]: 'x' }, false],
    [{ 'ForAllValues:StringEquals': { [TAG]: [] } }, {}, true],
    [{ StringEqualsIfExists: { [TAG]: [] } }, {}, true],
    [{ StringEqualsIfExists: { [TAG]: [] } }, { [TAG]: 'x' }, false],
  ]),
  ...cases(VARIABLES, [
    [{ StringEquals: { 'aws:RequestTag/team': `\${aws:PrincipalTag/team}` } }, { 'aws:RequestTag/team': 'a', [TAG]: 'a' }, true],
    [{ StringEquals: { 'aws:RequestTag/team': `\${aws:PrincipalTag/team}` } }, { 'aws:RequestTag/team': 'a', [TAG]: 'b' }, false],
    [{ StringEquals: { 'aws:RequestTag/team': `\${aws:PrincipalTag/team}` } }, { 'aws:RequestTag/team': 'a' }, false],
    [{ StringNotEquals: { 'aws:RequestTag/team': `\${aws:PrincipalTag/team}` } }, { 'aws:RequestTag/team': 'a' }, true],
    [{ StringEquals: { 'aws:RequestTag/team': `\${aws:PrincipalTag/team, 'none'}` } }, { 'aws:RequestTag/team': 'none' }, true],
    [
      { StringEquals: { 'aws:RequestTag/team': `\${aws:PrincipalTag/team, 'none'}` } },
      { 'aws:RequestTag/team': 'none', [TAG]: 'a' },
      false,
    ],
    [{ StringLike: { 'aws:RequestTag/team': `\${aws:PrincipalTag/team}-*` } }, { 'aws:RequestTag/team': 'a-x', [TAG]: 'a' }, true],
    [{ StringLike: { 'aws:RequestTag/team': `\${aws:PrincipalTag/team}` } }, { 'aws:RequestTag/team': 'anything', [TAG]: '*' }, false],
    [{ StringLike: { 'aws:RequestTag/team': `\${aws:PrincipalTag/team}` } }, { 'aws:RequestTag/team': '*', [TAG]: '*' }, true],
    [{ StringLike: { [TAG]: `a\${*}b` } }, { [TAG]: 'a*b' }, true],
    [{ StringLike: { [TAG]: `a\${*}b` } }, { [TAG]: 'axb' }, false],
    [{ StringLike: { [TAG]: `a\${?}` } }, { [TAG]: 'ab' }, false],
    [{ StringEquals: { [TAG]: `\${$}x` } }, { [TAG]: '$x' }, true],
    [{ StringEquals: { [TAG]: `\${aws:TagKeys}` } }, { [TAG]: 'a', 'aws:TagKeys': ['a'] }, false],
    [
      { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::\${aws:PrincipalAccount}:role/*` } },
      { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x', 'aws:PrincipalAccount': '111122223333' },
      true,
    ],
    [
      { ArnEquals: { 'aws:SourceArn': `\${aws:PrincipalArn}` } },
      { 'aws:SourceArn': 'arn:aws:iam::1:role/x', 'aws:PrincipalArn': 'arn:aws:iam::1:role/x' },
      true,
    ],
  ]),
  ...cases(`${OPERATORS}: several operators, keys and values`, [
    [{ StringEquals: { [TAG]: ['a', 'b'], 'aws:username': 'eve' } }, { [TAG]: 'b', 'aws:username': 'eve' }, true],
    [{ StringEquals: { [TAG]: ['a', 'b'], 'aws:username': 'eve' } }, { [TAG]: 'b', 'aws:username': 'bob' }, false],
    [{ StringEquals: { [TAG]: 'a' }, IpAddress: { [IP]: '10.0.0.0/8' } }, { [TAG]: 'a', [IP]: '11.0.0.1' }, false],
  ]),
]

describe('conditions', () => {
  it.each(CORPUS.map((row) => [`${JSON.stringify(row.block)} with ${JSON.stringify(row.facts)}`, row] as const))('%s', (_, row) => {
    const statement = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', Condition: row.block }
    expect(decidePolicy(policy(statement), request({ facts: row.facts })).verdict, row.source).toBe(row.matches ? 'allow' : 'silent')
  })

  it('takes a variable for plain text in version 2008-10-17', () => {
    const statement = {
      Effect: 'Allow',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { [TAG]: `\${aws:username}` } },
    }
    const old = policy(statement, 'resource', '2008-10-17')
    expect(decidePolicy(old, request({ facts: { [TAG]: `\${aws:username}` } })).verdict).toBe('allow')
    expect(decidePolicy(old, request({ facts: { [TAG]: 'eve', 'aws:username': 'eve' } })).verdict).toBe('silent')
  })
})
