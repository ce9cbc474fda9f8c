/** `$context` of a request, as authorizers and parameter mappings see it. Source: developer guide, api-gateway-mapping-template-reference. */

import type { Exchange } from './exchange'
import { callerArn } from './facts'
import { hostName } from './target'

/** `context.NAME` of parameter mappings and identity sources; null when the request has no such value. */
export function contextValue(x: Exchange, name: string): string | null {
  switch (name) {
    case 'requestId':
      return x.requestId
    case 'extendedRequestId':
      return extendedRequestId(x.requestId)
    case 'apiId':
      return x.api!.api.id
    case 'accountId':
      return x.api!.api.account
    case 'stage':
      return x.stage!.name
    case 'httpMethod':
      return x.request.method
    case 'resourcePath':
      return x.route!.path
    case 'path':
      return stagePath(x)
    case 'identity.sourceIp':
      return x.sourceIp
    case 'identity.userAgent':
      return x.head.userAgent
    case 'identity.userArn':
      return x.iam ? callerArn(x) : null
    case 'identity.caller':
      return x.iam ? x.iam.principal.entity.id : null
    case 'authorizer.principalId':
      return x.authorizer?.type === 'lambda' ? x.authorizer.principalId : null
    default:
      return null
  }
}

/** `requestContext` of a REQUEST authorizer's event. */
export function requestContext(x: Exchange): object {
  const host = hostName(x.target!.authority ?? x.head.host ?? '')
  return {
    resourceId: resourceId(x.route!.path),
    resourcePath: x.route!.path,
    httpMethod: x.request.method,
    extendedRequestId: extendedRequestId(x.requestId),
    requestTime: clfTime(x.atMs),
    path: stagePath(x),
    accountId: x.api!.api.account,
    protocol: 'HTTP/1.1',
    stage: x.stage!.name,
    domainPrefix: host.split('.', 1)[0] ?? '',
    requestTimeEpoch: x.atMs,
    requestId: x.requestId,
    identity: { ...NO_IDENTITY, sourceIp: x.sourceIp, userAgent: x.head.userAgent },
    domainName: host,
    apiId: x.api!.api.id,
  }
}

const NO_IDENTITY = {
  cognitoIdentityPoolId: null,
  accountId: null,
  cognitoIdentityId: null,
  caller: null,
  accessKey: null,
  cognitoAuthenticationType: null,
  cognitoAuthenticationProvider: null,
  userArn: null,
  user: null,
  principalOrgId: null,
}

/**
 * `x-amz-apigw-id`: eleven bytes in base64, made from the request id so that one can be found by the
 * other. Every answer carries it, so it is made of the hex digits directly: three are two characters.
 */
export function extendedRequestId(requestId: string): string {
  let text = ''
  let bits = 0
  let digits = 0
  for (let index = 0; digits < 22 && index < requestId.length; index++) {
    const code = requestId.charCodeAt(index)
    if (code === HYPHEN) continue
    bits = (bits << 4) | (code > 96 ? code - 87 : code - 48)
    if (++digits % 3 !== 0) continue
    text += BASE64_PAIRS[bits & 4095]
    bits = 0
  }
  return `${text}${BASE64[(bits & 15) << 2]}=`
}

const HYPHEN = 45
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const BASE64_PAIRS = Array.from({ length: 4096 }, (_, bits) => `${BASE64[bits >> 6]}${BASE64[bits & 63]}`)

/** The path with its stage, whichever form the client used. */
function stagePath(x: Exchange): string {
  return x.stage!.name === '$default' ? x.path : `/${x.stage!.name}${x.path}`
}

/** Six letters and digits, the same for the same resource path. */
function resourceId(path: string): string {
  let hash = 2166136261
  for (let index = 0; index < path.length; index++) hash = Math.imul(hash ^ path.charCodeAt(index), 16777619) >>> 0
  return hash.toString(36).padStart(6, '0').slice(-6)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `12/Mar/2020:19:03:58 +0000` */
function clfTime(ms: number): string {
  const iso = new Date(ms).toISOString()
  return `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`
}
