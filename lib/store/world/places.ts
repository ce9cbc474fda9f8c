/** Where each sealed column lies: column and row id, the associated data of its secret. One list, so that reading, writing and rotation agree. */
import type { Place } from '../secret-box'

export const places = {
  accessKeySecret: (id: string): Place => ['access_key.secret', id],
  functionEnvironment: (row: { accountId: string; region: string; name: string }): Place => [
    'function.environment',
    row.accountId,
    row.region,
    row.name,
  ],
  clientSecret: (id: string): Place => ['user_pool_client.secret', id],
  signingKey: (userPoolId: string, kid: string): Place => ['signing_key.private_key', userPoolId, kid],
  demoSecret: (name: string): Place => ['demo_secret.value', name],
  installation: (id: string): Place => ['installation.check_value', id],
} as const
