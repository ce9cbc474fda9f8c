import { z } from 'zod'
import { apiShape } from './api-shape'
import { functionShape } from './function-shape'
import { accountShape } from './iam-shapes'
import { poolShape } from './pool-shape'
import { key, listOf, type Shape, type ShapeOf, unsupported } from './shape'
import { testShape } from './test-shape'

const later = (what: string) => unsupported(`${what} cannot be enforced.`)

export const workspaceShape = {
  gatehouse: key('Version of the document.', z.literal(1, { error: 'A workspace document begins with gatehouse: 1.' })),
  accounts: listOf('Accounts.', accountShape, 'account', (item) => item.id),
  networks: later('Private networks'),
  functions: listOf('Authorizer functions.', functionShape, 'function', (item) => `${item.account}/${item.region}/${item.name}`),
  userPools: listOf('User pools.', poolShape, 'userPool', (item) => item.Id),
  apis: listOf('APIs.', apiShape, 'api', (item) => item.id),
  domains: later('Custom domains'),
  privateTargets: later('Private upstreams'),
  simulatedProviders: later('Simulated identity providers'),
  usagePlans: later('Usage plans'),
  apiKeys: later('API keys'),
  tests: listOf('Saved tests.', testShape, 'test', (item) => item.name),
} satisfies Shape

/** A workspace document that was read: AWS's shapes, policies as text, everything but keys optional. */
export type WorkspaceDocument = ShapeOf<typeof workspaceShape>
export type AccountDocument = ShapeOf<typeof accountShape>
export type FunctionDocument = ShapeOf<typeof functionShape>
export type PoolDocument = ShapeOf<typeof poolShape>
export type ApiDocument = ShapeOf<typeof apiShape>
export type TestDocument = ShapeOf<typeof testShape>
