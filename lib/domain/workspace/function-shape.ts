import { z } from 'zod'
import { accountId, environmentName, functionName, region } from './patterns'
import { descriptive, enforced, key, type Shape, unsupported } from './shape'

const tableName = z.string().min(1).max(128)

export const functionShape = {
  name: key('Names the function.', functionName),
  account: key('The account in its ARN.', accountId),
  region: key('The region in its ARN.', region),
  handler: enforced('File and exported name of the handler.', z.string().regex(/^[\w./-]+\.\w+$/, 'A handler looks like index.handler.')),
  code: enforced('Run in the sandbox.', z.string().min(1).max(1_000_000)),
  environment: enforced(
    'process.env of the script; values are kept encrypted, null keeps the stored one.',
    z.record(environmentName, z.string().max(4096).nullable()),
  ),
  timeoutMs: enforced('Longest run of one invocation.', z.int().min(100).max(29_000)),
  memoryMb: enforced('Memory of the script.', z.int().min(16).max(512)),
  allowedHosts: unsupported('A script cannot reach the network.'),
  tables: enforced('Tables that the script may read.', z.record(tableName, z.record(z.string().min(1).max(256), z.string().max(4096)))),
  events: descriptive('Saved test events.', z.array(z.strictObject({ name: z.string().min(1).max(128), event: z.string().max(262_144) }))),
} satisfies Shape
