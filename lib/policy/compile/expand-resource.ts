import { isShortResource } from '../syntax/resource'

/** What a short-form resource is expanded with. */
export interface ApiIdentity {
  readonly partition: string
  readonly region: string
  readonly account: string
  readonly apiId: string
}

/**
 * The full ARN of a short-form resource (`execute-api:/stage/METHOD/path`); any other text unchanged.
 * Source: developer guide, apigateway-resource-policies-examples.
 */
export function expandResource(resource: string, api: ApiIdentity): string {
  if (!isShortResource(resource)) return resource
  return `arn:${api.partition}:execute-api:${api.region}:${api.account}:${api.apiId}${resource.slice('execute-api:'.length)}`
}
