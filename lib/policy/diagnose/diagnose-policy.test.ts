import { describe, expect, it } from 'vitest'
import { type ApiFacts, diagnosePolicy } from '../index'
import { applyFix } from '../testing/apply-fix'
import { ACCOUNT, API, API_ARN, ids, PARTNER } from '../testing/make'

const ARN_FORMAT = 'developer guide, api-gateway-control-access-using-iam-policies-to-invoke-api'
const FLOW = 'developer guide, apigateway-authorization-flow'
const KEYS = 'developer guide, apigateway-resource-policies-aws-condition-keys'
const ATTACH = 'developer guide, apigateway-resource-policies-create-attach'

const FACTS: ApiFacts = {
  ...API,
  protocol: 'REST',
  endpointType: 'REGIONAL',
  stages: ['prod', 'dev'],
  routes: [
    { method: 'GET', path: '/', auth: 'NONE' },
    { method: 'GET', path: '/catalog', auth: 'NONE' },
    { method: 'GET', path: '/orders/{id}', auth: 'AWS_IAM' },
    { method: 'POST', path: '/orders/{id}/refund', auth: 'AWS_IAM' },
    { method: 'GET', path: '/me', auth: 'COGNITO_USER_POOLS' },
    { method: 'GET', path: '/loyalty/{member}', auth: 'CUSTOM' },
    { method: 'ANY', path: '/files/{key+}', auth: 'AWS_IAM' },
  ],
}

const EVERYTHING = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }
const onto = (Resource: unknown, over: object = {}) => ({ ...EVERYTHING, Resource, ...over })
const textOf = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })

interface Case {
  readonly id: string
  readonly source: string
  readonly statements: readonly object[]
  readonly at: string
  readonly says?: RegExp
  /** The resource that the fix leaves. */
  readonly fixed?: string
  readonly api?: Partial<ApiFacts>
}

const named = (account: string) => ({ Principal: { AWS: account } })
const when = (operator: string, key: string, value: unknown = 'x') => ({ Condition: { [operator]: { [key]: value } } })

const FOUND: readonly Case[] = [
  {
    id: 'APIGW_ROUTE_NOT_FOUND',
    source: ARN_FORMAT,
    statements: [onto('execute-api:/prod/GET/order/*')],
    at: '"execute-api:/prod/GET/order/*"',
    says: /nearest is GET \/orders\/\{id\}/,
    fixed: 'execute-api:/prod/GET/orders/*',
  },
  {
    id: 'APIGW_ROUTE_NOT_FOUND',
    source: ARN_FORMAT,
    statements: [onto(`${API_ARN}/prod/GET/catalogue`)],
    at: `"${API_ARN}/prod/GET/catalogue"`,
    fixed: `${API_ARN}/prod/GET/catalog`,
  },
  { id: 'APIGW_ROUTE_NOT_FOUND', source: ARN_FORMAT, statements: [onto(API_ARN)], at: `"${API_ARN}"`, fixed: `${API_ARN}/*` },
  { id: 'APIGW_ROUTE_NOT_FOUND', source: ARN_FORMAT, statements: [onto(`${API_ARN}/`)], at: `"${API_ARN}/"`, fixed: `${API_ARN}/*` },
  {
    id: 'APIGW_ROUTE_NOT_FOUND',
    source: ARN_FORMAT,
    statements: [onto('execute-api:/prod/GET')],
    at: '"execute-api:/prod/GET"',
    fixed: 'execute-api:/prod/GET/',
  },
  {
    id: 'APIGW_ROUTE_NOT_FOUND',
    source: ARN_FORMAT,
    statements: [onto('execute-api:/prod/DELETE/catalog')],
    at: '"execute-api:/prod/DELETE/catalog"',
    fixed: 'execute-api:/prod/GET/catalog',
  },
  {
    id: 'APIGW_STAGE_MISSING',
    source: ARN_FORMAT,
    statements: [onto('execute-api:/GET/catalog')],
    at: '"execute-api:/GET/catalog"',
    fixed: 'execute-api:/*/GET/catalog',
  },
  {
    id: 'APIGW_UNKNOWN_STAGE',
    source: ARN_FORMAT,
    statements: [onto('execute-api:/prd/GET/catalog')],
    at: '/prd',
    says: /did you mean prod/,
    fixed: 'execute-api:/prod/GET/catalog',
  },
  {
    id: 'APIGW_BAD_METHOD',
    source: ARN_FORMAT,
    statements: [onto('execute-api:/prod/get/catalog')],
    at: '"execute-api:/prod/get/catalog"',
    fixed: 'execute-api:/prod/GET/catalog',
  },
  {
    id: 'APIGW_BAD_METHOD',
    source: ARN_FORMAT,
    statements: [onto('execute-api:/prod/ANY/files/*')],
    at: '"execute-api:/prod/ANY/files/*"',
    fixed: 'execute-api:/prod/*/files/*',
  },
  {
    id: 'APIGW_PATH_PARAM_LITERAL',
    source: ARN_FORMAT,
    statements: [onto('execute-api:/prod/GET/orders/{id}')],
    at: '"execute-api:/prod/GET/orders/{id}"',
    fixed: 'execute-api:/prod/GET/orders/*',
  },
  {
    id: 'APIGW_TRAILING_SLASH',
    source: ARN_FORMAT,
    statements: [onto('execute-api:/prod/GET/catalog/')],
    at: '"execute-api:/prod/GET/catalog/"',
    fixed: 'execute-api:/prod/GET/catalog',
  },
  {
    id: 'APIGW_STAR_CROSSES_SEGMENTS',
    source: 'IAM user guide, reference_policies_elements_resource',
    statements: [onto('execute-api:/prod/*/catalog', { Action: '*' })],
    at: '"execute-api:/prod/*/catalog"',
    says: /ANY \/files\/\{key\+\}/,
  },
  {
    id: 'APIGW_REGION_OR_ACCOUNT_MISMATCH',
    source: ARN_FORMAT,
    statements: [onto(API_ARN.replace('us-east-1', 'eu-west-1'))],
    at: 'eu-west-1',
    fixed: API_ARN,
  },
  {
    id: 'APIGW_REGION_OR_ACCOUNT_MISMATCH',
    source: ARN_FORMAT,
    statements: [onto(`${API_ARN.replace(ACCOUNT, PARTNER)}/*`)],
    at: PARTNER,
    fixed: `${API_ARN}/*`,
  },
  {
    id: 'APIGW_UNKNOWN_API',
    source: ARN_FORMAT,
    statements: [onto(`${API_ARN.replace('fhorders01', 'other')}/*`)],
    at: 'other',
    fixed: `${API_ARN}/*`,
  },
  {
    id: 'APIGW_VPC_KEY_ON_PUBLIC_API',
    source: KEYS,
    statements: [onto('execute-api:/*', when('StringNotEquals', 'aws:SourceVpc', 'vpc-1'))],
    at: '"aws:SourceVpc"',
    says: /always matches/,
  },
  {
    id: 'APIGW_SOURCE_IP_ON_PRIVATE_API',
    source: KEYS,
    statements: [onto('execute-api:/*', when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'))],
    at: '"aws:SourceIp"',
    says: /never matches/,
    api: { endpointType: 'PRIVATE' },
  },
  {
    id: 'APIGW_KEY_ABSENT_FOR_AUTH',
    source: KEYS,
    statements: [onto('execute-api:/prod/GET/catalog', when('StringEquals', 'aws:PrincipalOrgID'))],
    at: '"aws:PrincipalOrgID"',
    says: /never matches/,
  },
  {
    id: 'APIGW_KEY_ABSENT_FOR_AUTH',
    source: KEYS,
    statements: [onto('execute-api:/prod/GET/me', when('StringNotEquals', 'aws:PrincipalTag/team'))],
    at: '"aws:PrincipalTag/team"',
    says: /always matches/,
  },
  {
    id: 'APIGW_PRINCIPAL_BREAKS_METHODS',
    source: ATTACH,
    statements: [onto('execute-api:/*', named(PARTNER))],
    at: `{"AWS":"${PARTNER}"}`,
    says: /GET \/, GET \/catalog, GET \/me and 1 more/,
  },
  {
    id: 'APIGW_ACCOUNT_PRINCIPAL_DELEGATES',
    source: 'IAM user guide, reference_policies_elements_principal',
    statements: [onto('execute-api:/prod/GET/orders/*', named(ACCOUNT))],
    at: `"${ACCOUNT}"`,
  },
  {
    id: 'APIGW_ACCOUNT_PRINCIPAL_DELEGATES',
    source: 'IAM user guide, reference_policies_elements_principal',
    statements: [onto('execute-api:/prod/GET/orders/*', named(`arn:aws:iam::${ACCOUNT}:root`))],
    at: `"arn:aws:iam::${ACCOUNT}:root"`,
  },
  {
    id: 'APIGW_ALLOW_LIST_BYPASSED_BY_AUTHORIZER',
    source: FLOW,
    statements: [onto('execute-api:/prod/GET/loyalty/*', when('IpAddress', 'aws:SourceIp', '203.0.113.0/24'))],
    at: '"*"',
  },
  { id: 'APIGW_SILENT_AUTHORIZER_ALLOWED', source: FLOW, statements: [onto('execute-api:/prod/GET/loyalty/*')], at: '"*"' },
  { id: 'APIGW_NO_EXPLICIT_ALLOW', source: FLOW, statements: [onto('execute-api:/prod/GET/catalog')], at: '{', says: /GET \/, GET \/me/ },
  {
    id: 'APIGW_HTTP_API_HAS_NO_RESOURCE_POLICY',
    source: 'developer guide, http-api-access-control-iam',
    statements: [onto('execute-api:/*')],
    at: textOf(onto('execute-api:/*')),
    api: { protocol: 'HTTP' },
  },
]

/** Policies that say what they mean: no finding of the id. */
const QUIET: readonly { readonly id: string; readonly statements: readonly object[] }[] = [
  {
    id: 'APIGW_ROUTE_NOT_FOUND',
    statements: [
      '*',
      'execute-api:/*',
      'execute-api:/prod/GET/',
      'execute-api:/*/*/orders/*',
      'execute-api:/prod/POST/orders/*/refund',
      'execute-api:/prod/PUT/files/a/b',
      `arn:aws:execute-api:us-east-1:${ACCOUNT}:*`,
      'arn:aws:execute-api:*:*:fhorders01/*',
      'execute-api:/prod/GET/orders/7',
    ].map((one) => onto(one)),
  },
  { id: 'APIGW_STAGE_MISSING', statements: [onto('execute-api:/*/GET/catalog')] },
  { id: 'APIGW_UNKNOWN_STAGE', statements: [onto('execute-api:/pr*/GET/catalog'), onto('execute-api:/de?/GET/catalog')] },
  { id: 'APIGW_STAR_CROSSES_SEGMENTS', statements: [onto('execute-api:/prod/GET/orders/*'), onto('execute-api:/*')] },
  {
    id: 'APIGW_PRINCIPAL_BREAKS_METHODS',
    statements: [onto('execute-api:/prod/GET/orders/*', named(PARTNER)), onto('execute-api:/prod/GET/catalog')],
  },
  { id: 'APIGW_KEY_ABSENT_FOR_AUTH', statements: [onto('execute-api:/*', when('StringEquals', 'aws:PrincipalOrgID'))] },
  { id: 'APIGW_NO_EXPLICIT_ALLOW', statements: [onto('execute-api:/*')] },
  { id: 'APIGW_ACCOUNT_PRINCIPAL_DELEGATES', statements: [onto('execute-api:/prod/GET/orders/*', named(PARTNER))] },
]

describe('findings about the API', () => {
  it.each(FOUND.map((row) => [`${row.id} at ${row.at.slice(0, 70)}`, row] as const))('%s', (_, row) => {
    const text = textOf(...row.statements)
    const api = { ...FACTS, ...row.api }
    const found = diagnosePolicy(text, 'resource', api).filter(({ id }) => id === row.id)
    expect(
      found.map(({ range }) => text.slice(range.start, range.end)),
      row.source,
    ).toContain(row.at)
    const [finding] = found
    if (finding === undefined) return
    expect(finding.blocksSaving).toBe(false)
    expect(finding.message).toMatch(row.says ?? /./)
    expect(finding.fix !== undefined).toBe(row.fixed !== undefined)
    if (row.fixed !== undefined) expect(JSON.parse(applyFix(text, finding)).Statement[0].Resource).toBe(row.fixed)
  })

  it.each(QUIET.map((row) => [row.id, row] as const))('leaves alone what is meant so: %s', (id, row) => {
    const findings = diagnosePolicy(textOf(...row.statements), 'resource', FACTS).filter((finding) => finding.id === id)
    expect(findings).toEqual([])
  })

  it('gives syntax, remarks and API at once', () => {
    const found = ids(diagnosePolicy(textOf({ ...onto('execute-api:/prd/*'), effect: 'x' }), 'resource', FACTS))
    expect(found).toEqual(expect.arrayContaining(['INVALID_POLICY_ELEMENT', 'APIGW_UNKNOWN_STAGE', 'APIGW_NO_EXPLICIT_ALLOW']))
  })

  it('says nothing about an API to policies of other kinds', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: `${API_ARN}/nope` } })
    expect(diagnosePolicy(text, 'identity', FACTS)).toEqual([])
  })
})
