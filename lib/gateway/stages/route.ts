import { canonicalPath, matchHttp, matchRest, type PathFailure, parsePath } from '../../protocol/routes'
import { describeSigV4Failure } from '../../protocol/sigv4'
import { methodArn } from '../arn'
import { type Exchange, PASS, type Refusal, refuse, type StageResult } from '../exchange'
import { METHOD_ARN_BYTES_MAX } from '../limits'
import { tellNearestRoute } from '../nearest-route'
import { findIncompleteSignature } from '../presented-signature'
import type { Stage, StageEnv } from './stage'

/** Finds the route of method and path. The one canonical path made here serves route, ARN, cache key and log. */
export const routeStage: Stage = {
  name: 'route',
  run(x, env) {
    const parsed = parsePath(x.rawPath)
    if (!parsed.ok) return refuse(parsed.failure === 'tooLong' ? 'URI_TOO_LONG' : 'MALFORMED_REQUEST', { note: PATH_NOTES[parsed.failure] })
    x.path = canonicalPath(parsed.segments)
    const table = x.api!.routes
    const match = x.isHttpApi ? matchHttp(table, x.request.method, parsed.segments) : matchRest(table, x.request.method, parsed.segments)
    if (!match) return refuseUnknown(x, env)
    x.route = match.route
    x.params = match.pathParameters
    return checkArnLength(x) ?? PASS
  },
  tell(x, result) {
    if (result.outcome === 'fail') return { why: result.note ?? tellNearestRoute(x) }
    const { spec } = x.route!
    const detail = [...x.params].map(([name, value]) => ({ label: name, value }))
    return { why: `${spec.key}, ${authName(x)}`, detail: [{ label: 'Canonical path', value: x.path }, ...detail] }
  },
}

const PATH_NOTES: Record<PathFailure, string> = {
  dotSegment: 'the path holds a dot segment; no two spellings may reach one route',
  badEscape: 'the path holds a broken percent escape',
  tooLong: 'the path is too long',
  tooManySegments: 'the path has too many segments',
}

function authName(x: Exchange): string {
  const { auth } = x.route!.spec
  if (auth.type === 'NONE') return 'no authorization'
  if (auth.type === 'AWS_IAM') return 'AWS_IAM'
  return `${auth.type} ${auth.authorizer}`
}

/** AWS reads the Authorization header of an unknown route as a signature; only where that works is the answer about a missing token. */
function refuseUnknown(x: Exchange, env: StageEnv): Refusal {
  const presented = x.isHttpApi ? null : findIncompleteSignature(x, env.verifySigV4)
  if (!presented) return refuse('NO_SUCH_ROUTE')
  return refuse('NO_SUCH_ROUTE_WITH_AUTHORIZATION', { message: describeSigV4Failure(presented).message })
}

function checkArnLength(x: Exchange): StageResult | null {
  if (!x.api!.policy || methodArn(x).length <= METHOD_ARN_BYTES_MAX) return null
  return refuse('URI_TOO_LONG', { note: `the method ARN is longer than ${METHOD_ARN_BYTES_MAX} bytes, too long for a resource policy` })
}
