import { findNearest } from '../match/nearest'

/** Actions of the services that this product answers for. Source: service authorization reference. */
const ACTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['execute-api', ['Invoke', 'InvalidateCache', 'ManageConnections']],
  [
    'sts',
    [
      'AssumeRole',
      'AssumeRoleWithSAML',
      'AssumeRoleWithWebIdentity',
      'AssumeRoot',
      'DecodeAuthorizationMessage',
      'GetAccessKeyInfo',
      'GetCallerIdentity',
      'GetDelegatedAccessToken',
      'GetFederationToken',
      'GetServiceBearerToken',
      'GetSessionToken',
      'GetWebIdentityToken',
      'SetContext',
      'SetSourceIdentity',
      'TagGetWebIdentityToken',
      'TagSession',
    ],
  ],
])

/** The actions of a service, or 'unknown' for one that this table does not hold. The prefix is not case-sensitive. */
export function findServiceActions(service: string): readonly string[] | 'unknown' {
  return ACTIONS.get(service.toLowerCase()) ?? 'unknown'
}

export function nearestAction(service: string, name: string): string | null {
  return findNearest(name, ACTIONS.get(service.toLowerCase()) ?? [], (action) => action, 4)
}
