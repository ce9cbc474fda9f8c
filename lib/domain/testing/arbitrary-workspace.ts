import fc from 'fast-check'

/** Documents of every kind of object, with names and texts that are easy to get wrong. */

const ACCOUNT = '111122223333'
const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('null', 'yes', '0x1F', '2026-11-22', '  spaced ', 'a: b', '# no', 'é\u2028', "it's", 'multi\nline\n', '~', '1e3'),
)
const key = fc.oneof(word, fc.constantFrom('constructor', 'toString', 'yes', 'null'))
const policy = fc.record({
  Version: fc.constant('2012-10-17'),
  Statement: fc.array(
    fc.record({
      Sid: fc.stringMatching(/^[A-Za-z0-9]{1,8}$/),
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.constant('execute-api:Invoke'),
      Resource: fc.constantFrom('*', `arn:aws:execute-api:us-east-1:${ACCOUNT}:*`),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})
/** As an object, as text of two layouts, percent-encoded. */
const policyValue = fc.tuple(policy, fc.constantFrom('object', 'indented', 'compact', 'encoded')).map(([value, form]) => {
  if (form === 'object') return value
  const written = form === 'indented' ? `${JSON.stringify(value, null, 4)}\n` : JSON.stringify(value)
  return form === 'encoded' ? encodeURIComponent(written) : written
})
const uniqueWords = fc.uniqueArray(word, { maxLength: 3, selector: (item) => item.toLowerCase() })
const inline = uniqueWords.chain((names) =>
  fc.tuple(...names.map((name) => fc.record({ PolicyName: fc.constant(name), PolicyDocument: policyValue }))),
)
const path = fc.constantFrom('/', '/team/', '/a/b/')

const iam = uniqueWords.chain((groups) =>
  fc.record({
    GroupDetailList: fc.tuple(...groups.map((name) => fc.record({ GroupName: fc.constant(name), Path: path, GroupPolicyList: inline }))),
    UserDetailList: fc.uniqueArray(
      fc.record({
        UserName: word,
        Path: path,
        GroupList: fc.subarray([...groups]),
        UserPolicyList: inline,
        Tags: fc.uniqueArray(fc.record({ Key: fc.string({ minLength: 1, maxLength: 5 }), Value: text }), {
          selector: (tag) => tag.Key,
          maxLength: 3,
        }),
      }),
      { selector: (user) => user.UserName, maxLength: 3 },
    ),
    Policies: fc.uniqueArray(
      fc.record({
        PolicyName: word,
        Path: path,
        PolicyVersionList: policyValue.map((Document) => [{ VersionId: 'v7', IsDefaultVersion: true, Document }]),
      }),
      { selector: (item) => item.PolicyName, maxLength: 2 },
    ),
  }),
)

const fn = fc.record({
  name: word,
  account: fc.constant(ACCOUNT),
  region: fc.constantFrom('us-east-1', 'eu-west-1'),
  code: fc.string({ minLength: 1 }),
  environment: fc.dictionary(fc.stringMatching(/^[A-Z_]{1,6}$/), text, { maxKeys: 3 }),
  tables: fc.dictionary(key, fc.dictionary(key, text, { maxKeys: 3 }), { maxKeys: 2 }),
  events: fc.uniqueArray(fc.record({ name: word, event: text }), { selector: (event) => event.name, maxLength: 2 }),
})

const pool = fc
  .tuple(
    uniqueWords,
    fc.uniqueArray(fc.record({ ClientName: word, GenerateSecret: fc.boolean(), IdTokenValidity: fc.integer({ min: 5, max: 1440 }) }), {
      maxLength: 2,
      selector: (client) => client.ClientName,
    }),
    fc.uniqueArray(fc.record({ Username: word, Enabled: fc.boolean(), Value: text.filter((value) => value.length > 0) }), {
      selector: (user) => user.Username,
      maxLength: 3,
    }),
  )
  .map(([groups, clients, users]) => ({
    Id: 'us-east-1_Abc123XYZ',
    account: ACCOUNT,
    Name: 'customers',
    groups: groups.map((GroupName, Precedence) => ({ GroupName, Precedence })),
    clients: clients.map((client) => ({
      ...client,
      ClientId: client.ClientName.replaceAll('-', ''),
      TokenValidityUnits: { IdToken: 'minutes' },
    })),
    users: users.map(({ Username, Enabled, Value }) => ({
      Username,
      Enabled,
      Password: 'Secret-123',
      Groups: groups,
      UserAttributes: [{ Name: 'name', Value }],
    })),
    resourceServers: [{ Identifier: 'shop', Name: 'Shop', Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }] }],
  }))

const definition = fc
  .tuple(uniqueWords, fc.option(policy, { nil: undefined }), fc.jsonValue(), fc.string())
  .map(([names, resourcePolicy, example, summary]) => ({
    openapi: '3.0.1',
    info: { title: 'orders', version: '1' },
    'x-vendor': example,
    paths: Object.fromEntries(
      names.map((name) => [
        `/${name}`,
        {
          get: {
            summary,
            responses: { '200': { description: 'OK' }, '404': { description: '' } },
            'x-amazon-apigateway-integration': {
              type: 'mock',
              requestTemplates: { 'application/json': '{"statusCode": 200}' },
              responses: { default: { statusCode: '200' } },
            },
          },
        },
      ]),
    ),
    ...(resourcePolicy
      ? {
          'x-amazon-apigateway-policy': {
            ...resourcePolicy,
            Statement: resourcePolicy.Statement.map((statement) => ({ ...statement, Principal: '*' })),
          },
        }
      : {}),
  }))

export const arbitraryWorkspace = fc
  .tuple(iam, fc.uniqueArray(fn, { selector: ({ name, region }) => `${region}/${name}`, maxLength: 2 }), pool, definition, uniqueWords)
  .map(([details, functions, userPool, apiDefinition, tests]) => ({
    gatehouse: 1,
    accounts: [{ id: ACCOUNT, alias: 'platform', iam: details }],
    functions,
    userPools: [userPool],
    apis: [
      {
        id: 'a1b2c3d4e5',
        account: ACCOUNT,
        region: 'us-east-1',
        protocol: 'REST',
        stages: [{ name: 'prod', variables: { a: 'b', release: '2026' } }],
        definition: apiDefinition,
      },
    ],
    tests: tests.map((name) => ({
      name,
      api: 'a1b2c3d4e5',
      stage: 'prod',
      request: { method: 'GET', path: '/x?y=%20', headers: [['X-A', 'b']], sourceIp: '2001:db8::1' },
      caller: { type: 'anonymous' },
      expect: { status: 200, outcome: 'allow' },
    })),
  }))
