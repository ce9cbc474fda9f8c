import type { RequestView } from '@/lib/domain/console-api'
import type { EvaluateCaller } from '@/lib/domain/evaluate'
import { EMPTY_REQUEST, writeRequest } from '../playground/request-state'

/** The playground with this request on the bench; the caller too where the log names one that can be pretended. */
export function playgroundHref(request: RequestView): string {
  const query = writeRequest({
    ...EMPTY_REQUEST,
    api: request.api ?? '',
    stage: request.stage ?? '',
    method: request.method,
    path: request.path,
    sourceIp: request.sourceIp,
    caller: callerOf(request.caller),
  })
  return `/playground?${query}`
}

const USER_ARN = /^arn:[^:]+:iam::\d{12}:user\/.+$/
const SESSION_ARN = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\/(.+)$/

function callerOf(caller: string): EvaluateCaller {
  if (USER_ARN.test(caller)) return { type: 'iam', arn: caller }
  const [, partition, account, role, name] = SESSION_ARN.exec(caller) ?? []
  if (name) return { type: 'iam', arn: `arn:${partition}:iam::${account}:role/${role}`, session: { name } }
  return { type: 'anonymous' }
}
