import type { FunctionRef } from '../derived-api'

const URI =
  /^arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path\/2015-03-31\/functions\/arn:aws[a-z-]*:lambda:([a-z0-9-]+):(\d{12}):function:([A-Za-z0-9_-]{1,64})\/invocations$/

/** Reads the function out of an authorizer's or integration's Lambda URI; null for a version, an alias or anything else. */
export function readFunctionUri(uri: string): FunctionRef | null {
  const found = URI.exec(uri)
  if (!found?.[1] || !found[2] || !found[3]) return null
  return { region: found[1], account: found[2], name: found[3] }
}

/** The inverse of `readFunctionUri`; `region` is the API's. */
export function writeFunctionUri(ref: FunctionRef, region: string): string {
  return `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/arn:aws:lambda:${ref.region}:${ref.account}:function:${ref.name}/invocations`
}
