import type { ObjectKind } from '@/lib/domain/console-api'

/** Every key of the query cache, from wide to narrow: invalidating a list also renews its objects. */
export const keys = {
  session: ['session'],
  status: ['status'],
  apis: ['apis'],
  api: (id: string) => ['apis', id],
  apiPolicy: (id: string) => ['apis', id, 'policy'],
  principals: ['principals'],
  principal: (arn: string) => ['principals', arn],
  managedPolicy: (arn: string) => ['principals', 'policy', arn],
  pools: ['pools'],
  pool: (id: string) => ['pools', id],
  poolUsers: (id: string) => ['pools', id, 'users'],
  functions: ['functions'],
  function: (account: string, region: string, name: string) => ['functions', account, region, name],
  tests: ['tests'],
  requests: (filter: { readonly api?: string; readonly outcome?: string; readonly limit?: string } = {}) => ['requests', filter],
  request: (id: string) => ['requests', 'one', id],
  history: (kind: ObjectKind, key: string) => ['history', kind, key],
  users: ['users'],
  tokens: ['tokens'],
} as const
